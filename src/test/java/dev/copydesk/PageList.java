package dev.copydesk;

import dev.copydesk.document.LeftOut;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page files of a folder, by name; what is left out stays unsaid. */
final class PageList implements SourceVisitor {

    private final List<SourceFile> pages = new ArrayList<>();

    private PageList() {}

    static List<SourceFile> of(String folder) {
        PageList list = new PageList();
        SourceTree.of(List.of(folder)).visitInOrder(list, problem -> {});
        return list.pages;
    }

    @Override
    public void file(SourceFile file, String name) {
        pages.add(file);
    }

    @Override
    public void manifest(Path manifest) {
        // the files have their URLs from it
    }

    @Override
    public void leftOut(LeftOut leftOut) {
        // no page
    }
}
