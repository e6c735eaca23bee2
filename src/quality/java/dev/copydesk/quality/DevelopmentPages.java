package dev.copydesk.quality;

import dev.copydesk.document.DocumentReader;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with {@code pages/} and their {@code truth.jsonl}.
 *
 * @param truths in file order; a page may have one in each of two sets
 * @param documents by the id of their page, in order of name
 */
public record DevelopmentPages(List<Truth> truths, Map<String, RawDocument> documents) {

    static DevelopmentPages read(Path folder) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        try (Stream<String> lines = Files.lines(folder.resolve("truth.jsonl"))) {
            List<Truth> truths =
                    lines.map(line -> Truth.of(mapper.readTree(line))).toList();
            return new DevelopmentPages(truths, documents(folder.resolve("pages")));
        }
    }

    private static Map<String, RawDocument> documents(Path folder) {
        Map<String, RawDocument> documents = new LinkedHashMap<>();
        DocumentReader reader = new PageFileReader();
        SourceTree.of(List.of(folder.toString()))
                .visitInOrder(
                        new SourceVisitor() {
                            @Override
                            public void file(SourceFile file, String name) {
                                reader.read(file, reading -> {
                                    if (reading instanceof Reading.Read read) {
                                        documents.put(id(name), read.document());
                                    }
                                });
                            }

                            @Override
                            public void manifest(Path manifest) {
                                // its lines come with the files
                            }

                            @Override
                            public void leftOut(LeftOut leftOut) {
                                System.err.println("left out: " + leftOut);
                            }
                        },
                        problem -> System.err.println("manifest line " + problem.number() + ": " + problem.message()));
        return documents;
    }

    private static String id(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.replaceAll("(\\.html?|\\.txt|\\.gz)+$", "");
    }

    /** A truth of a page, by the page's id; of two rows for one page the first. */
    Map<String, Truth> truthById() {
        Map<String, Truth> byId = new LinkedHashMap<>();
        truths.forEach(truth -> byId.putIfAbsent(truth.id(), truth));
        return byId;
    }
}
