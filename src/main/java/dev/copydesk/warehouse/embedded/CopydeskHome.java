package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where Copydesk keeps what outlives a run: the folder that {@code COPYDESK_HOME} names, else {@code .copydesk} in the
 * user's home folder. Nothing is created here.
 */
public final class CopydeskHome {

    static final String VARIABLE = "COPYDESK_HOME";

    private CopydeskHome() {}

    /** The home folder, absolute, for the given environment variables and the {@code user.home} of this JVM. */
    public static Path locate(Map<String, String> environment) {
        return locate(environment, System.getProperty("user.home", ""));
    }

    static Path locate(Map<String, String> environment, String userHome) {
        String named = environment.getOrDefault(VARIABLE, "");
        try {
            if (!named.isBlank()) {
                return Path.of(named).toAbsolutePath().normalize();
            }
            // The JDK says "?" for a user without an entry in the password database, as in many containers.
            if (userHome.isBlank() || userHome.equals("?")) {
                throw new EmbeddedPostgresException(
                        Code.EMBEDDED_HOME_UNUSABLE,
                        "this user has no home folder: name a writable folder with " + VARIABLE);
            }
            return Path.of(userHome, ".copydesk").toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_HOME_UNUSABLE, "the home folder is not a path: " + e.getMessage(), e);
        }
    }
}
