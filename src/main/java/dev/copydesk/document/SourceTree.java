package dev.copydesk.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The source files that some inputs lead to. An input is a file, a folder (read with everything below it) or a glob
 * such as {@code data/**}{@code /*.html}; a glob quoted from the shell leads to the same files as one that the shell
 * expanded. It may also be the URL of a file of a web server, or of an object, a folder or a glob of S3. Files are told by
 * their names: {@code .html .htm .xhtml .txt .warc .wet}, each also with {@code .gz}, {@code .warc.zst}, {@code .wacz}, in
 * any case. Links are followed, loops are found out. Whatever the inputs ask for and is not read, is reported as left out.
 * Immutable; every visit looks anew.
 */
public final class SourceTree {

    private final List<SourceInput> inputs;
    private final SourceAccess access;

    private SourceTree(List<SourceInput> inputs, SourceAccess access) {
        this.inputs = inputs;
        this.access = access;
    }

    /** As {@link #of(List, SourceAccess)}, for inputs on disk. */
    public static SourceTree of(List<String> inputs) {
        return of(inputs, SourceAccess.DISK);
    }

    /**
     * Understands all the inputs before any of them is visited; servers are asked by the visit only. Relative ones start at
     * the working folder.
     *
     * @throws UnusableInputException when one names nothing that can be read
     */
    public static SourceTree of(List<String> inputs, SourceAccess access) {
        return new SourceTree(inputs.stream().map(SourceInput::of).toList(), access);
    }

    /**
     * Reports what is found as it is found, in no order, in memory that does not grow with the number of files. A file
     * that two inputs lead to is reported twice; URL and capture time are null, the manifests hold them.
     *
     * @return one tally for each input, in their order
     * @throws RemoteAccessException when a server does not give what is asked for
     * @throws UnusableInputException when it gives something that is not read
     */
    public List<InputTally> visit(SourceVisitor visitor) {
        return visit(false, input -> visitor);
    }

    /**
     * Reports what is found in the order of the inputs and within each by the code points of the path. A file on disk
     * is reported once, and with the URL and capture time that manifests give: of its own folder, or of the nearest
     * folder above within the input. Holds the names of the folder at hand, the manifests that may describe it, and
     * some bytes for every file.
     *
     * @param problems told of the lines of manifests that cannot be used
     * @return one tally for each input, in their order
     */
    public List<InputTally> visitInOrder(SourceVisitor visitor, Consumer<ManifestLine.Invalid> problems) {
        Set<Object> seen = new HashSet<>();
        return visit(
                true,
                input -> new OncePerFile(
                        visitor,
                        seen,
                        input instanceof SourceInput.OnDisk disk ? new ManifestLookup(disk.folder(), problems) : null));
    }

    private interface VisitorOf {
        SourceVisitor visitor(SourceInput input);
    }

    private List<InputTally> visit(boolean sorted, VisitorOf visitors) {
        List<InputTally> tallies = new ArrayList<>();
        Set<Path> manifests = new HashSet<>(); // no more than there are inputs
        for (SourceInput input : inputs) {
            TallyingVisitor visitor = new TallyingVisitor(visitors.visitor(input));
            if (input instanceof SourceInput.Below below) {
                FolderWalk.walk(below, sorted, visitor);
            } else if (input instanceof SourceInput.Single single) {
                visit(single, manifests, visitor);
            } else if (input instanceof SourceInput.RemoteBelow below) {
                new RemoteWalk(access, visitor).visit(below);
            } else if (input instanceof SourceInput.RemoteSingle single) {
                new RemoteWalk(access, visitor).visit(single);
            }
            tallies.add(visitor.tally(input.text()));
        }
        return tallies;
    }

    private static void visit(SourceInput.Single input, Set<Path> manifests, SourceVisitor visitor) {
        Path path = input.file();
        Path manifest = path.resolveSibling(Manifest.FILE_NAME);
        if (Files.isRegularFile(manifest) && manifests.add(manifest)) {
            visitor.manifest(manifest);
        }
        if (path.equals(manifest)) {
            return;
        }
        try {
            SourceFile file = sourceFile(path, Files.readAttributes(path, BasicFileAttributes.class));
            if (file != null) {
                visitor.file(file, String.valueOf(path.getFileName()));
            }
        } catch (IOException e) {
            visitor.leftOut(new LeftOut(path, LeftOut.Reason.INACCESSIBLE, FolderWalk.reason(e)));
        }
    }

    /** The source file at this path, or null when its name is not a page's. */
    static @Nullable SourceFile sourceFile(Path path, BasicFileAttributes attributes) {
        PageName name = PageName.of(path);
        return name == null
                ? null
                : new SourceFile(
                        path,
                        name.format(),
                        name.gzipped(),
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant(),
                        null,
                        null);
    }
}
