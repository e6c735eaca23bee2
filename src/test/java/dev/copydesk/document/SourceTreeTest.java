package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTreeTest {

    @TempDir
    Path folder;

    private final FoundFiles found = new FoundFiles();

    @ParameterizedTest
    @CsvSource({
        "page.html, HTML, false",
        "page.htm.gz, HTML, true",
        "PAGE.XHTML, HTML, false",
        "Page.Html.GZ, HTML, true",
        "dump.txt, TEXT, false",
        "dump.TXT.gz, TEXT, true",
        "crawl.warc, WARC, false",
        "crawl.WARC.zst, WARC, true",
        "text.wet.gz, WARC, true",
        "collection.wacz, WACZ, false"
    })
    void takesPagesAndArchivesByTheirNames(String name, SourceFormat format, boolean gzipped) throws IOException {
        Path page = write(name);

        visit(folder);

        SourceFile file = found.files.get(0);
        assertThat(found.files).hasSize(1);
        assertThat(path(file)).isEqualTo(page).isAbsolute();
        assertThat(file.format()).isEqualTo(format);
        assertThat(file.gzipped()).isEqualTo(gzipped);
        assertThat(file.size()).isEqualTo(7);
        assertThat(file.modifiedAt()).isEqualTo(Files.getLastModifiedTime(page).toInstant());
    }

    @Test
    void readsFoldersWithEverythingBelowThem() throws IOException {
        write("a.html");
        write("deep/er/b.txt");
        write("deep/c.htm");

        visit(folder);

        assertThat(found.names).containsExactlyInAnyOrder("a.html", "deep/er/b.txt", "deep/c.htm");
        assertThat(found.leftOut).isEmpty();
    }

    @Test
    void reportsFilesOfOtherKindsByTheirExtension() throws IOException {
        write("photo.JPG");
        write("backup.tar.gz");
        write("README");
        write("odd.e\u001b[31m");

        List<InputTally> tallies = visit(folder);

        assertThat(found.files).isEmpty();
        assertThat(found.reasons()).containsOnly(LeftOut.Reason.OTHER_KIND);
        assertThat(found.leftOut).extracting(LeftOut::detail).containsExactlyInAnyOrder("jpg", "tar.gz", "", "");
        assertThat(tallies).containsExactly(new InputTally(folder.toString(), 0, 0, 4));
    }

    @Test
    void reportsHiddenFilesAndFoldersWithoutLookingIntoThem() throws IOException {
        write(".draft.html");
        write(".git/page.html");

        visit(folder);

        assertThat(found.files).isEmpty();
        assertThat(found.leftOut)
                .extracting(left -> left.location().toString(), LeftOut::reason)
                .containsExactlyInAnyOrder(
                        tuple(folder.resolve(".draft.html").toString(), LeftOut.Reason.HIDDEN),
                        tuple(folder.resolve(".git").toString(), LeftOut.Reason.HIDDEN));
    }

    @Test
    void readsAHiddenFileThatIsNamedItself() throws IOException {
        visit(write(".draft.html"));

        assertThat(found.names).containsExactly(".draft.html");
    }

    @Test
    void followsLinksToFoldersAndFindsLoops() throws IOException {
        write("real/page.html");
        Files.createSymbolicLink(folder.resolve("real/up"), folder);
        Files.createSymbolicLink(folder.resolve("also"), folder.resolve("real"));

        visit(folder);

        assertThat(found.names).containsExactlyInAnyOrder("real/page.html", "also/page.html");
        assertThat(found.leftOut)
                .extracting(left -> left.location().toString(), LeftOut::reason)
                .containsExactlyInAnyOrder(
                        tuple(folder.resolve("real/up").toString(), LeftOut.Reason.SYMLINK_LOOP),
                        tuple(folder.resolve("also/up").toString(), LeftOut.Reason.SYMLINK_LOOP));
    }

    @Test
    void reportsLinksToNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.html"), folder.resolve("nowhere.html"));
        Files.createSymbolicLink(folder.resolve("self.html"), folder.resolve("self.html"));

        visit(folder);

        assertThat(found.files).isEmpty();
        assertThat(found.reasons()).containsExactly(LeftOut.Reason.BROKEN_LINK, LeftOut.Reason.BROKEN_LINK);
    }

    @Test
    void reportsPipesInsteadOfWaitingForThem() throws Exception {
        Path pipe = makePipe(folder.resolve("pipe.html"));

        visit(folder);

        assertThat(found.files).isEmpty();
        assertThat(found.leftOut)
                .containsExactly(new LeftOut(pipe, LeftOut.Reason.NOT_REGULAR, "it is neither a file nor a folder"));
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> SourceTree.of(List.of(pipe.toString())))
                .satisfies(e -> assertThat(e.code()).isEqualTo("NOT_A_FILE"));
    }

    @Test
    void reportsFoldersThatCannotBeListed() throws IOException {
        write("open/page.html");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "root may list every folder");

        visit(folder);

        assertThat(found.names).containsExactly("open/page.html");
        assertThat(found.leftOut).containsExactly(new LeftOut(locked, LeftOut.Reason.UNLISTABLE, "permission denied"));
    }

    @Test
    void readsFilesWhoseNamesHoldControlCharactersAndLineFeeds() throws IOException {
        String name = "two\nlines \u001b[31m\u0007.html";
        write(name);

        visit(folder);
        visit(folder.resolve(name));
        SourceTree.of(List.of(folder + "/two*.html")).visit(found);

        assertThat(found.names).containsExactly(name, name, name);
    }

    @Test
    void reportsManifestsBeforeTheFilesOfTheirFolderAndNotAsPages() throws IOException {
        write("a/page.html");
        Path manifest = write("a/manifest.jsonl");
        List<Path> order = new ArrayList<>();

        SourceTree.of(List.of(folder.toString())).visit(new SourceVisitor() {
            @Override
            public void file(SourceFile file, String name) {
                order.add(path(file));
            }

            @Override
            public void manifest(Path path) {
                order.add(path);
            }

            @Override
            public void leftOut(LeftOut leftOut) {
                throw new AssertionError(leftOut);
            }
        });

        assertThat(order).containsExactly(manifest, folder.resolve("a/page.html"));
    }

    @Test
    void reportsTheManifestBesideNamedFilesOnce() throws IOException {
        Path manifest = write("manifest.jsonl");
        String one = write("one.html").toString();
        String two = write("two.html").toString();

        List<InputTally> tallies =
                SourceTree.of(List.of(one, two, manifest.toString())).visit(found);

        assertThat(found.manifests).containsExactly(manifest);
        assertThat(found.names).containsExactly("one.html", "two.html");
        assertThat(tallies).extracting(InputTally::files).containsExactly(1L, 1L, 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/*.html         | a.html d/b.html d/2026-01/c.html",
                "*.html            | a.html",
                "*                 | a.html a.txt d/b.html d/2026-01/c.html d/2026-01/x.txt.gz d/2026-02/y.txt.gz",
                "d/2026-*/*.txt.gz | d/2026-01/x.txt.gz d/2026-02/y.txt.gz",
                "d/2026-*          | d/2026-01/c.html d/2026-01/x.txt.gz d/2026-02/y.txt.gz",
                "**/2026-01/**     | d/2026-01/c.html d/2026-01/x.txt.gz",
                "d/**/2026-0?/y*   | d/2026-02/y.txt.gz",
                "**/{b,y}.*        | d/b.html d/2026-02/y.txt.gz",
                "[ab].*            | a.html a.txt",
                "*.htm             | ''"
            })
    void matchesGlobs(String glob, String names) throws IOException {
        for (String name : List.of("a.html", "a.txt", "d/b.html", "d/2026-01/c.html", "d/2026-01/x.txt.gz")) {
            write(name);
        }
        write("d/2026-02/y.txt.gz");

        List<InputTally> tallies = SourceTree.of(List.of(folder + "/" + glob)).visit(found);

        assertThat(found.files.stream()
                        .map(file -> folder.relativize(path(file)).toString()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(names.split(" ", -1))
                        .filter(name -> !name.isEmpty())
                        .toList());
        assertThat(tallies.get(0).files()).isEqualTo(found.files.size());
    }

    @Test
    void takesANameThatExistsAsItIsEvenWhenItLooksLikeAGlob() throws IOException {
        write("a1.html");
        Path odd = write("a[1].html");

        visit(odd);

        assertThat(found.files).extracting(SourceTreeTest::path).containsExactly(odd);
    }

    @Test
    void saysWhatAGlobMatchesButIsNotRead() throws IOException {
        write("pages/photo.jpg");
        write("pages/.hidden.html");
        write("pages/page.html");

        SourceTree.of(List.of(folder + "/pages/*")).visit(found);

        assertThat(found.names).containsExactly("page.html");
        assertThat(found.reasons()).containsExactlyInAnyOrder(LeftOut.Reason.OTHER_KIND, LeftOut.Reason.HIDDEN);
    }

    @Test
    void tellsAFolderWithoutFilesByItsTally() {
        assertThat(visit(folder)).containsExactly(new InputTally(folder.toString(), 0, 0, 0));
    }

    @Test
    void givesNormalisedPathsThatLeadWhereTheInputLed() throws IOException {
        Path page = write("real/sub/page.html");
        Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("other/link"), folder.resolve("real/sub"));

        visit(folder.resolve("real/../real/./sub/page.html"));
        visit(folder.resolve("other/link/../sub/page.html"));

        assertThat(found.files).extracting(SourceTreeTest::path).containsExactly(page, page.toRealPath());
    }

    @Test
    void sortsByTheCodePointsOfThePath() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the locale allows any file name");
        for (String name : List.of("b.html", "a/z.html", "a.html", "a-1.html", "é.html", "\uD83D\uDE00.html")) {
            write(name);
        }
        write("\uFF21.html");

        SourceTree.of(List.of(folder.toString())).visitInOrder(found, problem -> {});

        assertThat(found.names)
                .containsExactly(
                        "a-1.html", "a.html", "a/z.html", "b.html", "é.html", "\uFF21.html", "\uD83D\uDE00.html");
    }

    @Test
    void keepsTheOrderOfTheInputsAndGivesEveryFileOnce() throws IOException {
        write("pages/a.html");
        Path b = write("pages/b.html");
        Files.createLink(folder.resolve("pages/c.html"), b);

        List<InputTally> tallies = SourceTree.of(List.of(b.toString(), folder + "/pages", folder + "/**/*.html"))
                .visitInOrder(found, problem -> {});

        assertThat(found.names).containsExactly("b.html", "a.html");
        assertThat(found.reasons()).hasSize(5).containsOnly(LeftOut.Reason.FOUND_BEFORE);
        assertThat(tallies)
                .extracting(InputTally::input)
                .containsExactly(b.toString(), folder + "/pages", folder + "/**/*.html");
    }

    @Test
    void describesSortedFilesByTheNearestManifest() throws IOException {
        write("manifest.jsonl", """
                {"file": "top.html", "url": "https://example.org/top"}
                {"file": "sub/near.html", "url": "https://example.org/far"}
                {"file": "sub/deep/below.html", "url": "https://example.org/below"}
                """);
        write("sub/manifest.jsonl", """
                nonsense
                {"file": "near.html", "url": "https://example.org/near", "captured_at": "2026-11-25"}
                """);
        write("sub/deep/below.html");
        write("sub/near.html");
        write("sub/unknown.html");
        write("top.html");
        List<ManifestLine.Invalid> problems = new ArrayList<>();

        SourceTree.of(List.of(folder.toString())).visitInOrder(found, problems::add);

        assertThat(found.files)
                .extracting(SourceFile::url)
                .containsExactly(
                        "https://example.org/below", "https://example.org/near", null, "https://example.org/top");
        assertThat(found.files.get(1).capturedAt()).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(problems).extracting(ManifestLine.Invalid::number).containsExactly(1L);
        assertThat(found.manifests).hasSize(2);
    }

    @Test
    void endsWhenItsVisitorThrows() throws IOException {
        write("page.html");
        SourceTree tree = SourceTree.of(List.of(folder.toString()));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tree.visit(new SourceVisitor() {
                    @Override
                    public void file(SourceFile file, String name) {
                        throw new IllegalStateException("enough");
                    }

                    @Override
                    public void manifest(Path manifest) {}

                    @Override
                    public void leftOut(LeftOut leftOut) {}
                }));
    }

    static Path makePipe(Path pipe) throws Exception {
        boolean made;
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
            made = mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made, "mkfifo makes pipes here");
        return pipe;
    }

    private List<InputTally> visit(Path input) {
        return SourceTree.of(List.of(input.toString())).visit(found);
    }

    private Path write(String name) throws IOException {
        return write(name, "content");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static Path path(SourceFile file) {
        return ((SourceLocation.Disk) file.location()).path();
    }
}
