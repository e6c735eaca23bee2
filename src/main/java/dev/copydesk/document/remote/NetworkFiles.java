package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.RemoteFiles;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceLocation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files of web servers and objects of S3. What they take is made when the first one is asked for. */
public final class NetworkFiles implements RemoteFiles, Closeable {

    private final RemoteSettings settings;
    private final Patience patience;
    private final Lazy<HttpFiles> http;
    private final Lazy<S3Files> s3;

    public NetworkFiles(RemoteSettings settings) {
        this.settings = settings;
        this.patience = new Patience(settings.pause());
        boolean allowPrivate = settings.allowPrivate();
        this.http = new Lazy<>(() -> new HttpFiles(new CheckedDns(allowPrivate), patience));
        this.s3 = new Lazy<>(() -> new S3Files(new CheckedDns(allowPrivate), patience));
    }

    @Override
    public Found find(SourceLocation.Remote location) {
        String url = location.url();
        try {
            return location.isS3() ? s3.get().find(url) : http.get().find(url);
        } catch (NoSuchFileException e) {
            throw notFound(url);
        } catch (IOException e) {
            throw failed(url, e);
        }
    }

    @Override
    public void list(String folder, Consumer<Found> files) {
        try {
            s3.get().list(folder, files);
        } catch (NoSuchFileException e) {
            throw notFound(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    @Override
    public SeekableByteChannel open(SourceFile file) {
        SourceLocation.Remote location = (SourceLocation.Remote) file.location();
        String version = file.version();
        if (version == null) {
            throw new IllegalArgumentException("which version of " + location + " is meant is not known");
        }
        RangeSource source = location.isS3()
                ? s3.get().source(location.url(), file.size(), version)
                : http.get().source(location.url(), file.size(), version);
        int first = file.format().isArchive() ? RemoteChannel.GLANCE : RemoteChannel.MOST;
        return new RemoteChannel(source, patience, file.size(), version, first, settings.copies());
    }

    private static RemoteAccessException notFound(String url) {
        return new RemoteAccessException(RemoteAccessException.NOT_FOUND, url, "its server does not have it");
    }

    private static RemoteAccessException failed(String url, IOException e) {
        return new RemoteAccessException("REMOTE_UNAVAILABLE", url, String.valueOf(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        http.close();
        s3.close();
    }

    /** Something that is made once, when it is needed. */
    private static final class Lazy<T extends Closeable> implements Closeable {

        private final Supplier<T> making;
        private @Nullable T made;

        Lazy(Supplier<T> making) {
            this.making = making;
        }

        synchronized T get() {
            T present = made;
            if (present == null) {
                present = making.get();
                made = present;
            }
            return present;
        }

        @Override
        public synchronized void close() throws IOException {
            if (made != null) {
                made.close();
            }
        }
    }
}
