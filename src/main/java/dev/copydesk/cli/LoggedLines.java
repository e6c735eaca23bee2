package dev.copydesk.cli;

import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a log event of each line that is written to it. */
final class LoggedLines extends Writer {

    private static final Logger LOG = LoggerFactory.getLogger("copydesk");

    private static final String PREFIX = "copydesk: ";

    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] characters, int offset, int length) {
        synchronized (lock) {
            for (int i = offset; i < offset + length; i++) {
                if (characters[i] == '\n') {
                    end();
                } else {
                    line.append(characters[i]);
                }
            }
        }
    }

    @Override
    public void flush() {
        // A line is an event when it is complete.
    }

    @Override
    public void close() {
        synchronized (lock) {
            end();
        }
    }

    private void end() {
        String text = line.toString().strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            LOG.warn("{}", text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        }
    }
}
