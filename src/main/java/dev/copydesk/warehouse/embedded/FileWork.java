package dev.copydesk.warehouse.embedded;

import java.io.IOException;

/** Work on the server's files, which may fail as files do. */
@FunctionalInterface
interface FileWork<T> {

    T run() throws IOException;
}
