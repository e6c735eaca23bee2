package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.copydesk.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real raw file that the project began with, where it lies beside the repository. */
@Tag("database")
class SeedTest {

    private static final Path SEED = Path.of("..", "shared", "seed");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void needsTheSeed() {
        assumeThat(SEED).as("the seed beside the repository").isDirectory();
    }

    @Test
    void comesOutExactlyAsExpected() throws Exception {
        JsonNode expected = JSON.readTree(Files.readString(SEED.resolve("expected.json")));
        Path file = SEED.resolve(expected.get("source").asString());

        JsonNode actual = JSON.readTree(CopydeskProcess.with(Map.of())
                .run("extract", "--format", "json", file.toString())
                .out());

        for (String field :
                List.of("source", "title", "site", "language", "dateline", "published_at", "related_links")) {
            assertThat(actual.get(field)).as(field).isEqualTo(expected.get(field));
        }
        assertThat(texts(actual, "caption"))
                .containsExactly(expected.get("caption").asString());
        List<String> paragraphs = new ArrayList<>();
        expected.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asString()));
        assertThat(texts(actual, "body")).isEqualTo(paragraphs);
        assertThat(actual.get("paragraphs").size()).isEqualTo(paragraphs.size() + 1);
        assertThat(actual.get("status").asString()).isEqualTo("article");
        assertThat(actual.get("mentions").findValuesAsString("entity"))
                .contains("Albu Kamal", "Iraq", "SANA", "AFP", "Hezbollah", "Bashar Assad");
    }

    @Test
    void standsInTheWarehouseAsExpected() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            CopydeskProcess copydesk = CopydeskProcess.on(database);
            assertThat(copydesk.run("load", SEED.toString()).exitCode()).isZero();

            assertThat(one(copydesk, "select count(*) from warehouse.paragraph where kind = 'body'"))
                    .isEqualTo("24");
            assertThat(one(copydesk, "select count(*) || ' ' || count(published_at) from warehouse.related_link"))
                    .isEqualTo("24 24");
            assertThat(one(
                            copydesk,
                            "select dateline_place || coalesce(published_at::text, '') from warehouse.article"))
                    .isEqualTo("Beiurt");
            assertThat(one(copydesk, """
                            select count(*) from warehouse.entity_mention m
                            join warehouse.paragraph p on p.article_id = m.article_id and p.ordinal = m.paragraph_ordinal
                            where substr(p.text, m.start_offset + 1, m.end_offset - m.start_offset) <> m.surface_form""")).isEqualTo("0");
        }
    }

    @Test
    void isWhatASearchForOneOfItsPhrasesFindsFirst() throws Exception {
        JsonNode expected = JSON.readTree(Files.readString(SEED.resolve("expected.json")));
        try (TestDatabase database = TestDatabase.create()) {
            CopydeskProcess.Result load = CopydeskProcess.on(database).run("load", SEED.toString(), "samples");
            assertThat(load.exitCode()).as(load.err()).isZero();
            try (Connection connection = database.connect();
                    PreparedStatement search =
                            connection.prepareStatement("select title from warehouse.search(?) limit 1")) {
                for (JsonNode paragraph : expected.get("paragraphs")) {
                    search.setString(1, "\"" + String.join(" ", firstWords(paragraph.asString(), 6)) + "\"");
                    ResultSet found = search.executeQuery();
                    assertThat(found.next()).as(paragraph.asString()).isTrue();
                    assertThat(found.getString(1))
                            .isEqualTo(expected.get("title").asString());
                }
            }
        }
    }

    private static List<String> firstWords(String text, int count) {
        List<String> words = List.of(text.replace('"', ' ').strip().split("\\s+"));
        return words.subList(0, Math.min(count, words.size()));
    }

    private static String one(CopydeskProcess copydesk, String query) throws Exception {
        return copydesk.run("sql", "--csv", query)
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode article, String kind) {
        List<String> texts = new ArrayList<>();
        for (JsonNode paragraph : article.get("paragraphs")) {
            if (paragraph.get("kind").asString().equals(kind)) {
                texts.add(paragraph.get("text").asString());
            }
        }
        return texts;
    }
}
