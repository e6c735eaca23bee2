package dev.copydesk.cli;

import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.remote.NetworkFiles;
import dev.copydesk.document.remote.RemoteSettings;
import dev.copydesk.warehouse.embedded.CopydeskHome;
import java.io.IOException;

/** Access to source files for commands that read them, as the environment allows. */
final class RemoteInput implements AutoCloseable {

    private final NetworkFiles files =
            new NetworkFiles(RemoteSettings.of(System.getenv(), () -> CopydeskHome.locate(System.getenv())));

    SourceAccess access() {
        return new SourceAccess(files);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
