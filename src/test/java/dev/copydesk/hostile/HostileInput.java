package dev.copydesk.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An input made to do harm, and what must come of it.
 *
 * @param what what is nasty about it, in a few words
 * @param file the name it gets, unlike that of any other input
 * @param writer makes it
 * @param outcome what {@code extract} must say
 */
public record HostileInput(String what, String file, Writer writer, Outcome outcome) {

    /** Makes an input at a path. */
    @FunctionalInterface
    public interface Writer {
        void write(Path file) throws IOException;
    }

    /**
     * What must come of an input.
     *
     * @param status {@code article}, {@code quarantined} or {@code filtered}; null when either the first or the second will do
     * @param code reason of what is no article
     * @param effect further checks of the JSON that {@code extract} prints
     */
    public record Outcome(@Nullable String status, @Nullable String code, Consumer<JsonNode> effect) {}

    static HostileInput article(String what, String file, byte[] content, Consumer<JsonNode> effect) {
        return new HostileInput(what, file, bytes(content), new Outcome("article", null, effect));
    }

    static HostileInput quarantined(String what, String file, String code, Writer writer) {
        return new HostileInput(what, file, writer, new Outcome("quarantined", code, json -> {}));
    }

    static HostileInput quarantined(String what, String file, String code, byte[] content) {
        return quarantined(what, file, code, bytes(content));
    }

    /** Writes this content; it is kept packed, as the contents of the corpus together are large. */
    static Writer bytes(byte[] content) {
        byte[] packed = HostileFiles.gzip(content);
        return file -> {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                Files.copy(in, file);
            }
        };
    }

    @Override
    public String toString() {
        return what;
    }
}
