package dev.copydesk.document;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a {@link Manifest}. */
public sealed interface ManifestLine {

    /** The line's number in the manifest, from 1. */
    long number();

    /**
     * What the manifest says of one file.
     *
     * @param file absolute and normalised, inside the manifest's folder; need not exist
     * @param url an absolute http or https URL, or null
     * @param capturedAt when the page was captured, or null
     */
    record Entry(
            long number,
            Path file,
            @Nullable String url,
            @Nullable Instant capturedAt) implements ManifestLine {}

    /**
     * A line that cannot be used, or a manifest that cannot be read on.
     *
     * @param code {@code MANIFEST_LINE_INVALID} or {@code MANIFEST_UNREADABLE}
     * @param message what is wrong, for people; control characters are gone
     */
    record Invalid(Path manifest, long number, String code, String message) implements ManifestLine {}
}
