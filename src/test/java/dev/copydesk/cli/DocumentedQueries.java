package dev.copydesk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of {@code docs/queries.md}: a heading, the SQL, the output. */
public final class DocumentedQueries {

    /** One of them. */
    public record Query(String heading, String sql) {}

    static final Path DOCUMENT = Path.of("docs", "queries.md");

    private static final Pattern QUERY =
            Pattern.compile("## ([^\\n]+)\\n\\n```sql\\n(.*?)\\n```\\n\\n```text\\n(.*?)```\\n", Pattern.DOTALL);

    private DocumentedQueries() {}

    /** All of them, in order. */
    public static List<Query> all() {
        return QUERY.matcher(text())
                .results()
                .map(found -> new Query(found.group(1), found.group(2)))
                .toList();
    }

    /** The document with the outputs that {@code run} gives. */
    static String withOutputs(Function<Query, String> run) {
        return QUERY.matcher(text()).replaceAll(found -> Matcher.quoteReplacement(section(found, run)));
    }

    private static String section(MatchResult found, Function<Query, String> run) {
        Query query = new Query(found.group(1), found.group(2));
        return "## " + query.heading() + "\n\n```sql\n" + query.sql() + "\n```\n\n```text\n" + run.apply(query)
                + "```\n";
    }

    private static String text() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
