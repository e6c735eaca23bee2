package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.SourceChangedException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what may pass by itself: a connection that breaks, a server that is busy. Each pause is twice the one before.
 *
 * @param pause before the second try
 */
record Patience(Duration pause) {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    /** Tries of one thing; with pauses from 250 ms on an outage of 24 seconds is outlasted. */
    static final int TRIES = 8;

    /** Tries of a host that has no address, which hardly ever passes. */
    private static final int LOOK_UPS = 3;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** A server may ask for a longer pause, up to this. */
    private static final Duration LONGEST_ASKED = Duration.ofSeconds(30);

    /** One try; goes on from what those before it have left. */
    interface Try<T> {
        T once() throws IOException;
    }

    /** An answer that tells that the server will do better later. */
    static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Duration asked;

        /** {@code asked} is how long the server wants to be left alone; null when it does not say. */
        Busy(String message, @Nullable Duration asked) {
            super(message);
            this.asked = asked;
        }
    }

    /**
     * Makes tries until one succeeds.
     *
     * @throws NoSuchFileException at once when a try says so, as {@link SourceChangedException} and what is not checked
     * @throws RemoteAccessException when no try succeeds
     */
    <T> T insist(String shown, Try<T> action) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return action.once();
            } catch (NoSuchFileException | SourceChangedException e) {
                throw e;
            } catch (PublicAddress.Refused e) {
                throw new RemoteAccessException("REMOTE_ADDRESS_REFUSED", shown, String.valueOf(e.getMessage()));
            } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
                throw new RemoteAccessException(
                        "REMOTE_TLS_FAILED", shown, "its certificate is not trusted: " + e.getMessage());
            } catch (IOException e) {
                int most = e instanceof UnknownHostException ? LOOK_UPS : TRIES;
                if (tries == most) {
                    throw new RemoteAccessException(
                            "REMOTE_UNAVAILABLE",
                            shown,
                            "after " + most + " tries, " + said(e) + "; run the same command again, it resumes");
                }
                LOG.atInfo()
                        .addKeyValue("url", shown)
                        .addKeyValue("try", tries)
                        .addKeyValue("cause", said(e))
                        .log("remote_retry");
                rest(shown, tries, e);
            }
        }
    }

    private static String said(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no such host";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void rest(String shown, int tries, IOException cause) {
        long millis = Math.min(LONGEST.toMillis(), pause.toMillis() << (tries - 1));
        if (cause instanceof Busy busy && busy.asked != null) {
            millis = Math.max(millis, Math.min(busy.asked.toMillis(), LONGEST_ASKED.toMillis()));
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteAccessException("REMOTE_UNAVAILABLE", shown, "interrupted while waiting for its server");
        }
    }
}
