package dev.copydesk.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a list on the class path, without comments and empty lines. */
final class ResourceLines {

    private ResourceLines() {}

    /** @param name relative to this package, or absolute with a slash at its beginning */
    static List<String> of(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The whole list as it stands. */
    static String text(String name) {
        try (InputStream in = ResourceLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("ENTITY_LIST_MISSING: no " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("ENTITY_LIST_UNREADABLE: " + name, e);
        }
    }
}
