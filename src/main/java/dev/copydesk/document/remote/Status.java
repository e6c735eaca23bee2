package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an HTTP status means for whoever asked for a file. */
final class Status {

    /** Answers that may be others a little later. */
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

    private Status() {}

    /**
     * The exception for a status that brings no bytes, to be thrown.
     *
     * @param what what the server said, for people
     * @param pause how long it wants to be left alone, or null
     * @return {@link NoSuchFileException}, or {@link Patience.Busy} when another try may bring them
     * @throws RemoteAccessException for any other
     */
    static IOException failure(int status, String url, String what, @Nullable Duration pause) {
        if (status == 404 || status == 410) {
            return new NoSuchFileException(url);
        }
        if (BUSY.contains(status)) {
            return new Patience.Busy(what, pause);
        }
        throw new RemoteAccessException(
                status == 401 || status == 403 ? "REMOTE_FORBIDDEN" : "REMOTE_STATUS", url, what);
    }
}
