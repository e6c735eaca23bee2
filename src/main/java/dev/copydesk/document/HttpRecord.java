package dev.copydesk.document;

import static dev.copydesk.document.CaptureWarning.HTTP_LENGTH_WRONG;
import static dev.copydesk.document.CaptureWarning.TRANSFER_ENCODING_WRONG;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MessageBody;

/**
 * The HTTP response in the block of a record (RFC 9112), parsed by jwarc.
 *
 * @param stored its body as stored, in chunks where it was sent so; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record HttpRecord(HttpResponse response, byte[] stored) {

    /** Reads in a row that bring nothing after which a body counts as damaged. */
    private static final int MOST_IDLE_READS = 100;

    private static final byte[] CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII);

    /**
     * The body as sent.
     *
     * @param bytes up to the damage when damaged
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Body(byte[] bytes, boolean damaged) {}

    /** The response in this block, or null when it is none. */
    static @Nullable HttpRecord parse(byte[] block) {
        try {
            HttpResponse response = HttpResponse.parse(LengthedBody.create(
                    Channels.newChannel(new ByteArrayInputStream(block)), ByteBuffer.allocate(0), block.length));
            int header = Math.min(block.length, response.serializeHeader().length);
            return new HttpRecord(response, Arrays.copyOfRange(block, header, block.length));
        } catch (IOException | RuntimeException e) {
            // jwarc throws many kinds of these for what is no response
            return null;
        }
    }

    int status() {
        return response.status();
    }

    @Nullable
    String contentType() {
        return response.headers()
                .first("Content-Type")
                .map(CleanText::line)
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .orElse(null);
    }

    /** In the order in which they were applied, in lower case. */
    List<String> contentCodings() {
        return response.headers().all("Content-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The body without the marks between chunks. */
    Body body(Set<CaptureWarning> warnings) {
        if (!response.headers().contains("Transfer-Encoding", "chunked")) {
            String length =
                    response.headers().first("Content-Length").orElse("").strip();
            if (!length.isEmpty() && !length.equals(Integer.toString(stored.length))) {
                warnings.add(HTTP_LENGTH_WRONG);
            }
            return new Body(stored, false);
        }
        if (!isChunked()) {
            warnings.add(TRANSFER_ENCODING_WRONG); // the crawler has joined the chunks and left the header
            return new Body(stored, false);
        }
        return unchunked();
    }

    /** Whether the body begins as a chunk does: with its size, in hexadecimal digits, and perhaps an extension. */
    private boolean isChunked() {
        int end = 0;
        while (end < stored.length && Character.digit(stored[end], 16) >= 0) {
            end++;
        }
        return end > 0 && end < stored.length && " ;\r\n".indexOf(stored[end]) >= 0;
    }

    /** The body of the response that was parsed hands on what follows damage as it is; this one fails. */
    private MessageBody strictlyChunked() throws IOException {
        return HttpResponse.parseStrictly(Channels.newChannel(
                        new SequenceInputStream(new ByteArrayInputStream(CHUNKED), new ByteArrayInputStream(stored))))
                .body();
    }

    private Body unchunked() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        int idle = 0;
        try {
            MessageBody body = strictlyChunked();
            int count;
            while ((count = body.read(buffer.clear())) >= 0) {
                bytes.write(buffer.array(), 0, count);
                idle = count == 0 ? idle + 1 : 0;
                if (idle > MOST_IDLE_READS || bytes.size() > stored.length) {
                    return new Body(bytes.toByteArray(), true);
                }
            }
            return new Body(bytes.toByteArray(), false);
        } catch (IOException | RuntimeException e) {
            return new Body(bytes.toByteArray(), true);
        }
    }
}
