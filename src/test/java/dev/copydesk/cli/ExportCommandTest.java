package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import dev.copydesk.SampleWarehouse;
import dev.copydesk.cli.CopydeskProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class ExportCommandTest {

    @TempDir
    private Path folder;

    private final CopydeskProcess copydesk = CopydeskProcess.on(SampleWarehouse.shared());

    @Test
    void parquetHoldsTheRowsOfTheWarehouseWithTheirTypes() throws Exception {
        Result result = copydesk.run("export", "--format", "parquet", folder.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("articles.parquet", "paragraphs.parquet", "mentions.parquet", "links.parquet");
        List<Map<String, Object>> articles = rows(folder.resolve("articles.parquet"));
        try (Connection connection = SampleWarehouse.shared().connect();
                Statement statement = connection.createStatement();
                ResultSet expected = statement.executeQuery("""
                        select article_id, title, language, word_count, published_on - date '1970-01-01' as day,
                            (extract(epoch from first_seen_at) * 1000000)::bigint as first_seen
                        from warehouse.current_article order by article_id""")) {
            articles.sort(
                    (one, other) -> Long.compare((Long) value(one, "article_id"), (Long) value(other, "article_id")));
            for (Map<String, Object> article : articles) {
                assertThat(expected.next()).isTrue();
                assertThat(article.get("title")).isEqualTo(expected.getString("title"));
                assertThat(article.get("language")).isEqualTo(expected.getString("language"));
                assertThat(article.get("word_count")).isEqualTo(expected.getInt("word_count"));
                assertThat(article.get("published_on")).isEqualTo(expected.getObject("day"));
                assertThat(article.get("first_seen_at")).isEqualTo(expected.getLong("first_seen"));
            }
            assertThat(expected.next()).isFalse();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void jsonLinesHoldOneObjectALineAndOnlyWhatWasSeenSince() throws Exception {
        Result all = copydesk.run("export", "--format", "jsonl", "--table", "mentions", folder.toString());
        assertThat(all.exitCode()).as(all.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("mentions.jsonl"));
        JsonNode first = JsonMapper.builder().build().readTree(lines.get(0));
        assertThat(first.propertyNames()).contains("article_id", "surface_form", "canonical_name");

        assertThat(copydesk.run(
                                "export",
                                "--format",
                                "jsonl",
                                "--table",
                                "mentions",
                                "--since",
                                "2999-01-01",
                                folder.toString())
                        .exitCode())
                .isZero();
        assertThat(folder.resolve("mentions.jsonl")).isEmptyFile();
    }

    @Test
    void csvHasAHeaderAndATimeThatIsNoneIsWrongUsage() throws Exception {
        assertThat(copydesk.run("export", "--format", "csv", "--table", "links", folder.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(folder.resolve("links.csv"))).startsWith("article_id,ordinal,title,url,");
        Result wrong = copydesk.run("export", "--format", "csv", "--since", "yesterday", folder.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("yesterday");
    }

    private static Object value(Map<String, Object> row, String column) {
        Object value = row.get(column);
        assertThat(value).as(column).isNotNull();
        return value == null ? "" : value;
    }

    private static List<Map<String, Object>> rows(Path file) throws Exception {
        Hydrator<Map<String, Object>, Map<String, Object>, String[]> intoMap = new Hydrator<>() {
            @Override
            public Map<String, Object> start() {
                return new HashMap<>();
            }

            @Override
            public Map<String, Object> add(Map<String, Object> row, String[] column, @Nullable Object value) {
                if (value != null) {
                    row.put(column[0], value);
                }
                return row;
            }

            @Override
            public Map<String, Object> finish(Map<String, Object> row) {
                return row;
            }
        };
        try (Stream<Map<String, Object>> rows = ParquetReader.streamContent(file.toFile(), intoMap)) {
            return new ArrayList<>(rows.toList());
        }
    }
}
