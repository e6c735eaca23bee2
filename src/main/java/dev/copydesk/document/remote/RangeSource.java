package dev.copydesk.document.remote;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A remote file of which stretches can be asked for, in one version. What may pass by itself is an {@link IOException} of no
 * special kind; see {@link Patience}.
 */
interface RangeSource {

    /**
     * What a server sends.
     *
     * @param body the bytes, closed with this part
     * @param whole whether it is all of the file, whatever was asked for
     * @param length bytes of the whole file, -1 when the server does not tell
     * @param answer what is closed; before the end of the bytes that gives the connection up
     */
    record Part(InputStream body, boolean whole, long length, Closeable answer) implements Closeable {
        @Override
        public void close() throws IOException {
            answer.close();
        }
    }

    /** The URL, to tell people of. */
    String shown();

    /**
     * Asks for the bytes from this one to that, both among them.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such file any more
     * @throws dev.copydesk.document.SourceChangedException when it is another version now
     */
    Part stretch(long from, long to) throws IOException;

    /** Asks for all of it. */
    Part all() throws IOException;
}
