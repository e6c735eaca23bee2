package dev.copydesk.document;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Finds the files behind the network that an input asks for. */
final class RemoteWalk {

    private final SourceAccess access;
    private final SourceVisitor visitor;

    RemoteWalk(SourceAccess access, SourceVisitor visitor) {
        this.access = access;
        this.visitor = visitor;
    }

    /** A file that is no page and no archive is a mistake here, as it was asked for by name. */
    void visit(SourceInput.RemoteSingle input) {
        RemoteFiles.Found found = access.remote().find(input.file());
        SourceFile file = sourceFile(found);
        if (file == null) {
            throw new UnusableInputException(
                    "KIND_UNSUPPORTED",
                    found.url() + " is not a kind of file that is read (" + PageName.SUPPORTED + "), and its server"
                            + " does not call it one either");
        }
        String name = file.location().name();
        visitor.file(file, name.isEmpty() ? found.url() : name);
    }

    void visit(SourceInput.RemoteBelow input) {
        access.remote().list(input.folder(), found -> see(input, found));
    }

    private void see(SourceInput.RemoteBelow input, RemoteFiles.Found found) {
        String below = found.url().substring(input.folder().length());
        SourceLocation location = new SourceLocation.Remote(found.url());
        if (below.isEmpty() || below.endsWith("/")) {
            return; // what consoles put there to show a folder
        }
        if (below.indexOf(0) >= 0) {
            leaveOut(location, LeftOut.Reason.INACCESSIBLE, "its name holds a NUL character");
            return;
        }
        if (!isAsked(input.pattern(), below, false)) {
            if (isAsked(input.pattern(), below, true)) {
                leaveOut(location, LeftOut.Reason.HIDDEN, "its name begins with a dot");
            }
            return;
        }
        if (location.name().equals(Manifest.FILE_NAME)) {
            leaveOut(location, LeftOut.Reason.REMOTE_MANIFEST, "manifests are read on disk only");
            return;
        }
        SourceFile file = sourceFile(found);
        if (file == null) {
            leaveOut(location, LeftOut.Reason.OTHER_KIND, PageName.extension(location.name()));
        } else {
            visitor.file(file, below);
        }
    }

    private static boolean isAsked(GlobPattern pattern, String below, boolean hiddenToo) {
        long state = pattern.start();
        for (String name : below.split("/", -1)) {
            state = name.isEmpty() ? state : pattern.step(state, Path.of(name), hiddenToo);
        }
        return pattern.isMatch(state);
    }

    private @Nullable SourceFile sourceFile(RemoteFiles.Found found) {
        SourceLocation location = new SourceLocation.Remote(found.url());
        PageName name = PageName.of(location.name());
        if (name == null && PageName.mayBeSource(location.name())) {
            name = holdsRecords(file(found, PageName.PACKED_RECORDS)) ? PageName.PACKED_RECORDS : null;
        } else if (name == null && found.contentType() != null) {
            name = called(new ContentType(found.contentType()));
        }
        return name == null ? null : file(found, name);
    }

    /** What a server calls a file whose name says nothing. */
    private static @Nullable PageName called(ContentType type) {
        if (type.media().equals("application/warc")) {
            return new PageName(SourceFormat.WARC, false);
        }
        DocumentFormat page = type.page();
        return page == null
                ? null
                : new PageName(page == DocumentFormat.HTML ? SourceFormat.HTML : SourceFormat.TEXT, false);
    }

    private boolean holdsRecords(SourceFile file) {
        try (SeekableByteChannel channel = access.open(file)) {
            return ArchiveSniffer.holdsRecords(channel);
        } catch (IOException e) {
            return false;
        }
    }

    private static SourceFile file(RemoteFiles.Found found, PageName name) {
        return new SourceFile(
                new SourceLocation.Remote(found.url()),
                name.format(),
                name.gzipped(),
                found.size(),
                found.modifiedAt() == null
                        ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS)
                        : found.modifiedAt(),
                found.version(),
                null,
                null);
    }

    private void leaveOut(SourceLocation location, LeftOut.Reason reason, String detail) {
        visitor.leftOut(new LeftOut(location, reason, detail));
    }
}
