package dev.copydesk.document;

import java.nio.file.Path;

/**
 * Is told what a {@link SourceTree} finds, as it is found. Together the three methods account for everything that the
 * inputs ask for. A visitor may throw to end the visit.
 */
public interface SourceVisitor {

    /**
     * A file to read.
     *
     * @param name how to show it: its path relative to the input, with slashes; the file name where the input is a file
     */
    void file(SourceFile file, String name);

    /**
     * A {@value Manifest#FILE_NAME}, which describes the files beside and below it. It is reported before the files of
     * its folder, and again when a second input leads to the same folder.
     */
    void manifest(Path manifest);

    /** Something that is not read. */
    void leftOut(LeftOut leftOut);
}
