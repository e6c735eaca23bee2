package dev.copydesk.document.remote;

import dev.copydesk.document.PayloadDigest;
import dev.copydesk.document.RemoteFiles.Found;
import dev.copydesk.document.SourceChangedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/** Files of web servers: what a server says of one, and stretches of it in one version (RFC 9110, sections 13 and 14). */
final class HttpFiles implements Closeable {

    private final HttpAnswers answers;
    private final Patience patience;

    HttpFiles(CheckedDns dns, Patience patience) {
        this.answers = new HttpAnswers(dns);
        this.patience = patience;
    }

    /**
     * What the server says of the file. It is asked for the first byte, as many servers do not answer HEAD as they answer GET;
     * where that does not tell the size and the version, all of it is read.
     */
    Found find(String url) throws IOException {
        Optional<Found> found = patience.insist(url, () -> foundByFirstByte(url));
        if (found.isPresent()) {
            return found.get();
        }
        WholeCopy.Content content = new WholeCopy(new Unversioned(url), patience).read();
        return new Found(url, content.size(), null, content.digest(), null);
    }

    private Optional<Found> foundByFirstByte(String url) throws IOException {
        try (ClassicHttpResponse answer = answers.of(url, List.of(new BasicHeader(HttpHeaders.RANGE, "bytes=0-0")))) {
            long size = HttpAnswers.size(answer);
            if (answer.getCode() == 416 && size == 0) {
                return Optional.of(
                        found(url, answer, 0, PayloadDigest.of(new byte[0]).hex()));
            }
            HttpAnswers.requireGiven(answer, url);
            String version = version(answer, size);
            return size < 0 || version == null ? Optional.empty() : Optional.of(found(url, answer, size, version));
        }
    }

    private static Found found(String url, ClassicHttpResponse answer, long size, String version) {
        return new Found(
                url,
                size,
                HttpAnswers.time(answer, HttpHeaders.LAST_MODIFIED),
                version,
                HttpAnswers.text(answer, HttpHeaders.CONTENT_TYPE));
    }

    private static @Nullable String version(ClassicHttpResponse answer, long size) {
        return Version.of(
                HttpAnswers.text(answer, HttpHeaders.ETAG),
                HttpAnswers.time(answer, HttpHeaders.LAST_MODIFIED),
                HttpAnswers.time(answer, HttpHeaders.DATE),
                size);
    }

    /** Stretches of the file in this version. */
    RangeSource source(String url, long size, String version) {
        return Version.isDigest(version) ? new Unversioned(url) : new Versioned(url, size, version);
    }

    private static RangeSource.Part part(ClassicHttpResponse answer, boolean whole) throws IOException {
        HttpEntity entity = answer.getEntity();
        InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return new RangeSource.Part(body, whole, HttpAnswers.size(answer), answer);
    }

    @Override
    public void close() throws IOException {
        answers.close();
    }

    /** A file of which the server tells no versions: only all of it together is surely of one. */
    private final class Unversioned implements RangeSource {

        private final String url;

        Unversioned(String url) {
            this.url = url;
        }

        @Override
        public String shown() {
            return url;
        }

        @Override
        public Part stretch(long from, long to) {
            throw new IllegalStateException("stretches of " + url + " may be of several versions");
        }

        @Override
        public Part all() throws IOException {
            ClassicHttpResponse answer = answers.of(url, List.of());
            try {
                HttpAnswers.requireGiven(answer, url);
                return part(answer, true);
            } catch (IOException | RuntimeException e) {
                answer.close();
                throw e;
            }
        }
    }

    private final class Versioned implements RangeSource {

        private final String url;
        private final long size;
        private final String version;

        Versioned(String url, long size, String version) {
            this.url = url;
            this.size = size;
            this.version = version;
        }

        @Override
        public String shown() {
            return url;
        }

        @Override
        public Part stretch(long from, long to) throws IOException {
            List<Header> headers = new ArrayList<>(conditions());
            headers.add(new BasicHeader(HttpHeaders.RANGE, "bytes=" + from + "-" + to));
            return part(headers, from);
        }

        @Override
        public Part all() throws IOException {
            return part(List.of(), 0);
        }

        /** A server that minds them sends no stretch of another version; one that does not is found out by what it sends. */
        private List<Header> conditions() {
            String tag = Version.tag(version);
            return List.of(
                    tag == null
                            ? new BasicHeader(
                                    HttpHeaders.IF_UNMODIFIED_SINCE,
                                    DateUtils.formatStandardDate(Version.modifiedAt(version)))
                            : new BasicHeader(HttpHeaders.IF_RANGE, tag));
        }

        private Part part(List<Header> headers, long from) throws IOException {
            ClassicHttpResponse answer = answers.of(url, headers);
            try {
                if (answer.getCode() == 412 || answer.getCode() == 416) {
                    throw new SourceChangedException();
                }
                HttpAnswers.requireGiven(answer, url);
                long total = HttpAnswers.size(answer);
                if ((total >= 0 && total != size) || !version.equals(version(answer, size))) {
                    throw new SourceChangedException();
                }
                boolean whole = answer.getCode() == 200;
                ContentRange range = ContentRange.parse(HttpAnswers.text(answer, HttpHeaders.CONTENT_RANGE));
                if (!whole && (range == null || range.start() != from)) {
                    throw ContentRange.wrong(url, from);
                }
                return HttpFiles.part(answer, whole);
            } catch (IOException | RuntimeException e) {
                answer.close();
                throw e;
            }
        }
    }
}
