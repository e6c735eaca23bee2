package dev.copydesk.document;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes sense of single lines of a manifest. */
final class ManifestLineParser {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_QUOTE = 120;

    private final Path manifest;
    private final Path folder;

    ManifestLineParser(Path manifest) {
        this.manifest = manifest;
        Path parent = manifest.getParent();
        this.folder = parent == null ? manifest : parent;
    }

    ManifestLine parse(long number, byte[] bytes, int start, int length) {
        try {
            JsonNode line = JSON.readTree(bytes, start, length);
            if (!line.isObject()) {
                return invalid(number, "the line is not a JSON object");
            }
            String url = text(line, "url");
            String capturedAt = text(line, "captured_at");
            return new ManifestLine.Entry(
                    number,
                    file(text(line, "file")),
                    url == null ? null : url(url),
                    capturedAt == null ? null : capturedAt(capturedAt));
        } catch (JacksonException e) {
            return invalid(number, "the line is not JSON: " + e.getOriginalMessage());
        } catch (UnusableValue e) {
            return invalid(number, e.getMessage());
        }
    }

    ManifestLine.Invalid invalid(long number, String message) {
        return new ManifestLine.Invalid(manifest, number, "MANIFEST_LINE_INVALID", CleanText.line(message));
    }

    private static @Nullable String text(JsonNode line, String key) throws UnusableValue {
        JsonNode value = line.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new UnusableValue(key + " is not a string");
        }
        return value.stringValue();
    }

    private Path file(@Nullable String file) throws UnusableValue {
        if (file == null || file.isBlank()) {
            throw new UnusableValue("the line names no file");
        }
        try {
            Path path = folder.resolve(file).normalize();
            if (Path.of(file).isAbsolute() || !path.startsWith(folder) || path.equals(folder)) {
                throw new UnusableValue("file is not below the manifest's folder: " + quote(file));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new UnusableValue("file is not a path: " + quote(file));
        }
    }

    /** Crawled URLs hold much that RFC 3986 forbids, so no more is asked than a scheme, a host and no blanks. */
    private static String url(String text) throws UnusableValue {
        String url = text.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        int host = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
        boolean clean = url.codePoints().noneMatch(c -> c <= ' ' || Character.isISOControl(c) || isSurrogate(c));
        if (host == 0 || !clean || host == url.length() || ":/?#@".indexOf(url.charAt(host)) >= 0) {
            throw new UnusableValue("url is not an absolute http or https URL: " + quote(text));
        }
        return url;
    }

    private static Instant capturedAt(String text) throws UnusableValue {
        Instant instant = CaptureTime.parse(text.strip());
        if (instant == null) {
            throw new UnusableValue("captured_at is not an ISO 8601 date or time: " + quote(text));
        }
        return instant;
    }

    private static String quote(String text) {
        int end = text.length() > LONGEST_QUOTE ? text.offsetByCodePoints(0, LONGEST_QUOTE / 2) : text.length();
        return '"' + text.substring(0, end) + (end < text.length() ? "…\"" : "\"");
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static final class UnusableValue extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableValue(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
