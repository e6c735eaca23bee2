package dev.copydesk.document;

import java.nio.file.Path;

/** Counts what passes on its way to another visitor. */
final class TallyingVisitor implements SourceVisitor {

    private final SourceVisitor next;
    private long files;
    private long manifests;
    private long leftOut;

    TallyingVisitor(SourceVisitor next) {
        this.next = next;
    }

    @Override
    public void file(SourceFile file, String name) {
        files++;
        next.file(file, name);
    }

    @Override
    public void manifest(Path manifest) {
        manifests++;
        next.manifest(manifest);
    }

    @Override
    public void leftOut(LeftOut entry) {
        leftOut++;
        next.leftOut(entry);
    }

    InputTally tally(String input) {
        return new InputTally(input, files, manifests, leftOut);
    }
}
