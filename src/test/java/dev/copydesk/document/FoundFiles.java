package dev.copydesk.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A visitor that remembers what it was told. */
final class FoundFiles implements SourceVisitor {

    final List<SourceFile> files = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    final List<Path> manifests = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    @Override
    public void file(SourceFile file, String name) {
        files.add(file);
        names.add(name);
    }

    @Override
    public void manifest(Path manifest) {
        manifests.add(manifest);
    }

    @Override
    public void leftOut(LeftOut entry) {
        leftOut.add(entry);
    }

    List<LeftOut.Reason> reasons() {
        return leftOut.stream().map(LeftOut::reason).toList();
    }
}
