package dev.copydesk.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@value #FILE_NAME}, which tells what the files beside and below it are captures of: JSON Lines in UTF-8, one
 * object {@code {"file", "url", "captured_at"}} to a line. {@code file} is relative to the manifest's folder and stays
 * inside it; {@code url} is an absolute http(s) URL; {@code captured_at} an ISO 8601 date or date-time, in UTC where it
 * names no offset. Either of the last two may be absent or null; other keys are ignored; where two lines name the same
 * file the later one counts.
 */
public final class Manifest {

    /** The name that makes a file a manifest. */
    public static final String FILE_NAME = "manifest.jsonl";

    /** Bytes; several times what the longest URL in use takes. A longer line is read past, not held. */
    static final int LONGEST_LINE = 64 * 1024;

    private final ManifestLineParser parser;
    private final Path path;
    private final Consumer<ManifestLine> lines;
    private final byte[] line = new byte[LONGEST_LINE];
    private long number = 1;

    private Manifest(Path path, Consumer<ManifestLine> lines) {
        this.path = path.toAbsolutePath().normalize();
        this.parser = new ManifestLineParser(this.path);
        this.lines = lines;
    }

    /**
     * Hands over every line that is not blank, in order and one at a time; what is wrong with one is handed over too
     * and does not stop the rest.
     */
    public static void read(Path manifest, Consumer<ManifestLine> lines) {
        new Manifest(manifest, lines).read();
    }

    private void read() {
        ManifestLine.Invalid failure = null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 64 * 1024)) {
            while (readLine(in)) {
                number++;
            }
        } catch (IOException e) {
            String message = "the manifest cannot be read: " + FolderWalk.reason(e);
            failure = new ManifestLine.Invalid(path, number, "MANIFEST_UNREADABLE", message);
        }
        if (failure != null) {
            lines.accept(failure);
        }
    }

    /** Whether the line ended in a line feed, so that another one may follow. */
    private boolean readLine(InputStream in) throws IOException {
        long length = 0;
        int b;
        while ((b = in.read()) >= 0 && b != '\n') {
            if (length < LONGEST_LINE) {
                line[(int) length] = (byte) b;
            }
            length++;
        }
        ManifestLine parsed = length > LONGEST_LINE
                ? parser.invalid(number, "the line has " + length + " bytes, more than " + LONGEST_LINE)
                : parse((int) length);
        if (parsed != null) {
            lines.accept(parsed);
        }
        return b == '\n';
    }

    private @Nullable ManifestLine parse(int length) {
        boolean marked = number == 1 && ByteOrderMark.UTF_8.begins(line, length);
        int start = marked ? ByteOrderMark.UTF_8.length() : 0;
        for (int i = start; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return parser.parse(number, line, start, length - start);
            }
        }
        return null;
    }
}
