package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that the server's programs run as. PostgreSQL refuses user 0, so root gives itself up for them: in a user
 * namespace of its own where the kernel allows one, else by changing to {@code nobody}.
 *
 * @param prefix what to put before a command so that it runs as that user
 * @param uid the owner that the server's files must have
 */
record ServerUser(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    /**
     * For a folder below one that is closed to nobody, such as /root: file permissions are overridden, no more. The secure
     * bit lets that hold for access(2) too, with which PostgreSQL looks at its own programs.
     */
    private static final List<String> AS_NOBODY_ANYWHERE = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    /** The user for the programs that work in the given folder, to whom it then belongs. */
    static ServerUser of(ServerFolder folder) throws IOException {
        int self = self();
        if (self != ROOT) {
            return new ServerUser(List.of(), self);
        }
        // The programs have root's number there and none of its powers: a folder that was handed to nobody is closed.
        if (works(NAMESPACE, "ls", folder.root().toString())) {
            return new ServerUser(NAMESPACE, ROOT);
        }
        for (List<String> prefix : List.of(AS_NOBODY, AS_NOBODY_ANYWHERE)) {
            if (works(prefix, "ls", "-d", folder.root().getParent() + "/.")) {
                ServerUser user = new ServerUser(prefix, NOBODY);
                user.takeOver(folder.root());
                return user;
            }
        }
        throw new EmbeddedPostgresException(
                Code.EMBEDDED_ROOT_NOT_DROPPABLE,
                "PostgreSQL does not run as root, and neither 'unshare --user' nor 'setpriv' works here: run as another"
                        + " user, or name your own server with SPRING_DATASOURCE_URL");
    }

    /** Whether a folder of that owner can be this process's: its own, or the one that root hands to nobody. */
    static boolean mayUseFolderOf(int owner) throws IOException {
        int self = self();
        return owner == self || (self == ROOT && owner == NOBODY);
    }

    /** Makes the path and all below it belong to this user. */
    void takeOver(Path path) throws IOException {
        if (prefix.isEmpty() || (Integer) Files.getAttribute(path, "unix:uid") == uid) {
            return;
        }
        ServerCommand.Outcome outcome = ServerCommand.run(List.of("chown", "-R", uid + ":" + uid, path.toString()));
        if (!outcome.succeeded()) {
            throw new IOException("cannot hand " + path + " to user " + uid + ": " + outcome.output());
        }
    }

    /** The effective user, which owns what is in this process's own entry of /proc. */
    private static int self() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    private static boolean works(List<String> prefix, String... command) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        try {
            return ServerCommand.run(whole).succeeded();
        } catch (ServerCommand.NoSuchProgram e) {
            return false;
        }
    }
}
