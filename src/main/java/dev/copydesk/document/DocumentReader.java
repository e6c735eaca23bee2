package dev.copydesk.document;

import java.util.function.Consumer;

/** Reads the documents of one kind of source file. Implementations are safe for use by several threads. */
public interface DocumentReader {

    /**
     * Reads every document of the file in order. What cannot be read is handed over as {@link Reading.Unreadable}, never
     * thrown.
     */
    void read(SourceFile file, Consumer<Reading> documents);
}
