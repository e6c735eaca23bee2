package dev.copydesk.cli;

import dev.copydesk.article.Article;
import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.document.InputTally;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceReader;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.entity.LinkedMention;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** {@code copydesk extract}: what would be loaded, without a database. */
@Command(
        name = "extract",
        description = "Dry run: prints what would be loaded. Needs no database.",
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, folders (read with all below), globs, or URLs; see load --help.")
    private List<String> paths = List.of();

    @Option(names = "--format", description = "text, or json: one object a line. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(names = "--max-document-size", paramLabel = "SIZE", description = "Largest unpacked page. Default: 20MiB.")
    private @Nullable String maxDocumentSize;

    @Option(names = "--max-document-time", paramLabel = "TIME", description = "Most CPU time for a page. Default: 60s.")
    private @Nullable String maxDocumentTime;

    @Option(
            names = "--keep-non-articles",
            description = "Extract listings, products, forums and the like as well, instead of filtering them.")
    private boolean keepNonArticles;

    @Option(
            names = "--explain",
            description = "For each block of an HTML page: what it became and which rule or score decided.")
    private boolean explain;

    private final ObjectMapper json = JsonMapper.builder().build();

    @Override
    public Integer call() throws IOException {
        try (RemoteInput remote = new RemoteInput()) {
            return extract(remote.access());
        }
    }

    private int extract(SourceAccess access) {
        PageExtractor extractor = new PageExtractor(keepNonArticles);
        EntityTagger tagger = new EntityTagger(); // here, as every command line makes all commands and models take time
        PrintWriter err = spec.commandLine().getErr();
        SourceReader reader = new SourceReader(
                maxDocumentSize == null
                        ? PageFileReader.DEFAULT_MAX_BYTES
                        : JobDefinition.documentSize(maxDocumentSize),
                access);
        Duration time = maxDocumentTime == null ? TimeBudget.DEFAULT : JobDefinition.documentTime(maxDocumentTime);
        List<InputTally> tallies = SourceTree.of(paths, access)
                .visitInOrder(
                        new SourceVisitor() {
                            @Override
                            public void file(SourceFile file, String name) {
                                reader.read(
                                        file,
                                        (entry, reading) -> print(
                                                entry == null ? name : name + "!/" + entry,
                                                reading,
                                                extractor,
                                                tagger,
                                                time));
                            }

                            @Override
                            public void manifest(Path manifest) {
                                // its lines come with the files
                            }

                            @Override
                            public void leftOut(LeftOut leftOut) {
                                err.println("left out: " + LeftOutText.of(leftOut));
                            }
                        },
                        problem -> err.println(Printable.of(
                                problem.manifest() + ", line " + problem.number() + ": " + problem.message())));
        if (tallies.stream().allMatch(tally -> tally.files() == 0)) {
            throw new CommandFailure(ExitCode.FAILED, "no page to read in " + String.join(", ", paths));
        }
        return ExitCode.DONE;
    }

    private void print(String source, Reading reading, PageExtractor extractor, EntityTagger tagger, Duration time) {
        if (reading instanceof Reading.Unreadable unreadable) {
            printOther(source, unreadable.offset(), "quarantined", unreadable.code(), unreadable.message(), List.of());
            return;
        }
        if (reading instanceof Reading.NoPage none) {
            printOther(source, none.offset(), "filtered", none.reason(), "not a page", List.of());
            return;
        }
        if (reading instanceof Reading.Revisit revisit) {
            printOther(
                    source, revisit.offset(), "filtered", "REVISIT", "the same page as at another capture", List.of());
            return;
        }
        RawDocument document = ((Reading.Read) reading).document();
        TimeBudget.within(
                time,
                () -> {
                    print(source, document, extractor, tagger);
                    return null;
                },
                message -> {
                    printOther(source, document.offset(), "quarantined", "TOO_SLOW", message, List.of());
                    return null;
                });
    }

    private void print(String source, RawDocument document, PageExtractor extractor, EntityTagger tagger) {
        Extraction extraction = extractor.extract(document);
        List<BlockDecision> decisions = explain ? extractor.explain(document) : List.of();
        if (extraction instanceof Extraction.Rejected rejected) {
            printOther(source, document.offset(), "quarantined", rejected.code(), rejected.message(), decisions);
        } else if (extraction instanceof Extraction.Filtered filtered) {
            printOther(source, document.offset(), "filtered", filtered.reason(), "not an article", decisions);
        } else if (extraction instanceof Extraction.Extracted extracted) {
            Article article = extracted.article();
            List<LinkedMention> mentions = tagger.tag(article).mentions();
            if (format == Format.JSON) {
                Map<String, @Nullable Object> object =
                        ArticleJson.article(source, document.offset(), article, mentions);
                if (!document.warnings().isEmpty()) {
                    object.put("warnings", new TreeSet<>(document.warnings()));
                }
                printJson(object, decisions);
            } else {
                printText(source, article, mentions);
                document.warnings().forEach(warning -> field("warning", warning.name()));
                printDecisions(decisions);
            }
        }
    }

    private void printOther(
            String source, long offset, String status, String reason, String message, List<BlockDecision> decisions) {
        if (format == Format.JSON) {
            printJson(ArticleJson.document(source, offset, status, reason), decisions);
        } else {
            line("== " + source + ": " + status + " " + reason + ": " + message);
            line("");
            printDecisions(decisions);
        }
    }

    private void printJson(Map<String, @Nullable Object> document, List<BlockDecision> decisions) {
        if (explain) {
            document.put("explanation", BlockDecisions.json(decisions));
        }
        out().println(json.writeValueAsString(document));
    }

    private void printDecisions(List<BlockDecision> decisions) {
        if (explain) {
            BlockDecisions.table(decisions).forEach(this::line);
            line("");
        }
    }

    private void printText(String source, Article article, List<LinkedMention> mentions) {
        line("== " + source);
        field("title", article.title());
        field("url", article.url());
        field("site", article.site());
        field("authors", article.authors().isEmpty() ? null : String.join(", ", article.authors()));
        field(
                "published",
                article.published() == null ? null : article.published().iso());
        field("modified", article.modified() == null ? null : article.modified().iso());
        field("section", article.section());
        field("language", article.language());
        if (article.dateline() != null) {
            field("dateline", article.dateline().place());
            field("agency", article.dateline().agency());
        }
        field("description", article.description());
        field("image", article.image());
        for (Paragraph paragraph : article.paragraphs()) {
            line("");
            String kind = paragraph.kind().label();
            line((paragraph.kind() == Paragraph.Kind.BODY ? "" : "[" + kind + "] ") + paragraph.text());
        }
        if (!article.relatedLinks().isEmpty()) {
            line("");
            line("related links:");
            for (RelatedLink link : article.relatedLinks()) {
                line("  - " + link.title()
                        + (link.published() == null
                                ? ""
                                : " (" + link.published().iso() + ")")
                        + (link.url() == null ? "" : " " + link.url()));
            }
        }
        if (!mentions.isEmpty()) {
            line("");
            line("entities: "
                    + String.join(
                            ", ",
                            mentions.stream()
                                    .map(one -> one.canonicalName() + " ("
                                            + one.mention().type().label() + ")")
                                    .distinct()
                                    .toList()));
        }
        line("");
    }

    private void field(String name, @Nullable String value) {
        if (value != null) {
            line(String.format(Locale.ROOT, "%-12s", name + ":") + value);
        }
    }

    private void line(String text) {
        out().println(Printable.of(text));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
