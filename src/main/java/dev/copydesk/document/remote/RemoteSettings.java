package dev.copydesk.document.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How remote files are got at.
 *
 * @param allowPrivate whether addresses that are not of the public internet may be connected to
 * @param copies names the folder for copies of files of servers that do not send stretches, which need not exist; copies
 *     are gone as soon as they are not needed, after a kill too
 * @param pause how long to wait before the second try; later ones wait longer
 */
public record RemoteSettings(boolean allowPrivate, Supplier<Path> copies, Duration pause) {

    static final String ALLOW_PRIVATE = "COPYDESK_ALLOW_PRIVATE_ADDRESSES";

    private static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * The settings of these environment variables.
     *
     * @param home names the folder of what Copydesk keeps; asked for when there is something to keep
     * @throws IllegalArgumentException when a variable has no meaning
     */
    public static RemoteSettings of(Map<String, String> environment, Supplier<Path> home) {
        String allow = environment.getOrDefault(ALLOW_PRIVATE, "").strip().toLowerCase(Locale.ROOT);
        if (!allow.isEmpty() && !allow.equals("true") && !allow.equals("false")) {
            throw new IllegalArgumentException(ALLOW_PRIVATE + " is '" + allow + "', neither true nor false");
        }
        return new RemoteSettings(allow.equals("true"), () -> home.get().resolve("copies"), PAUSE);
    }
}
