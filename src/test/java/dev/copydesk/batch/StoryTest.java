package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a text are one story, and readers see what loads have finished. */
@Tag("database")
class StoryTest {

    private static final String STORIES = """
            select string_agg(url, ' ' order by url) from warehouse.story_article join warehouse.article using (article_id)
            group by story_id order by 1""";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void copiesAreOneStoryInWhateverOrderTheyCome() throws Exception {
        page("agency", 3, 0, 12);
        warehouse.load(folder);
        page("reprint", 3, 0, 12);
        page("shortened", 3, 0, 8);
        page("other", 2, 0, 12);
        warehouse.load(folder);

        assertThat(stories())
                .containsExactly(
                        "https://agency.example/news/wall-to-be-raised https://reprint.example/news/wall-to-be-raised"
                                + " https://shortened.example/news/wall-to-be-raised");
        try (TestWarehouse atOnce = new TestWarehouse()) {
            atOnce.load(folder);
            assertThat(atOnce.rows()).isEqualTo(warehouse.rows());
        }
    }

    @Test
    void whatHungTogetherByOneArticleFallsApartWhenItsTextChanges() throws Exception {
        // The halves have nothing in common; what carries both holds them together.
        page("first", 1, 0, 8);
        page("second", 1, 8, 16);
        Path both = page("both", 1, 0, 16);
        TestPages.modifiedAt(both, "2026-03-01T00:00:00Z");
        warehouse.load(folder);
        assertThat(stories()).hasSize(1);

        page("both", 3, 0, 12);
        TestPages.modifiedAt(both, "2026-03-02T00:00:00Z");
        warehouse.load(folder);

        assertThat(stories()).isEmpty();
        assertThat(warehouse.count("select count(*) from warehouse.article_fingerprint where pending"))
                .isZero();
    }

    @Test
    void articlesThatWereLoadedBeforeThereWereFingerprintsGetThem() throws Exception {
        page("agency", 1, 0, 12);
        page("reprint", 1, 0, 12);
        warehouse.load(folder);
        List<String> rows = warehouse.rows();
        warehouse.jdbc().update("delete from warehouse.story_article");
        warehouse.jdbc().update("delete from warehouse.story_band");
        warehouse
                .jdbc()
                .update(
                        "update warehouse.article_fingerprint set version = 0, shingles = 0, minima = null, pending = true");

        Files.writeString(folder.resolve("empty.html"), "");
        warehouse.load(folder);
        Files.delete(folder.resolve("empty.html"));

        assertThat(warehouse.rows()).containsAll(rows);
    }

    @Test
    void readersSeeNothingOfALoadBeforeItHasEnded() throws Exception {
        for (int i = 0; i < 6; i++) {
            page("site" + i, 10 + i, 0, 8);
        }
        AtomicBoolean stop = new AtomicBoolean();
        JobDefinition definition =
                JobDefinition.of("load", List.of(folder.toString())).withChunks(1, 1);
        warehouse.launcher().load(TestWarehouse.request(definition, stop, new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                stop.set(true);
            }
        }));

        assertThat(warehouse.count("select count(*) from warehouse.article")).isBetween(1L, 5L);
        assertThat(warehouse.count("select count(*) from warehouse.current_article"))
                .isZero();
        assertThat(warehouse.count("select count(*) from finished.paragraph")).isZero();
        assertThat(warehouse.count("select unfinished from ops.load_freshness")).isPositive();
        assertThat(unfinishedToo()).isPositive();

        warehouse.load(definition);

        assertThat(warehouse.count("select count(*) from warehouse.current_article"))
                .isEqualTo(6);
        assertThat(warehouse.count("select count(*) from ops.unfinished_article"))
                .isZero();
    }

    private List<String> stories() {
        return warehouse.jdbc().queryForList(STORIES, String.class);
    }

    /** A page of a site with paragraphs {@code from} to {@code to} of the text with this number. */
    private Path page(String site, int text, int from, int to) {
        String body = IntStream.range(from, to)
                .mapToObj(i -> "<p>" + paragraph(new Random(text * 1000L + i)) + "</p>")
                .collect(Collectors.joining("\n"));
        String title = "What " + site + " makes of it";
        return new TestPages(folder).write(site + ".html", """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <link rel="canonical" href="https://%2$s.example/news/wall-to-be-raised"></head>
                <body><article><h1>%1$s</h1>%3$s</article></body></html>""".formatted(title, site, body));
    }

    private static String paragraph(Random random) {
        return IntStream.range(0, 6)
                .mapToObj(i -> "The council of town " + random.nextInt(5000) + " said on day " + random.nextInt(5000)
                        + " that wall " + random.nextInt(5000) + " would be raised by half a metre.")
                .collect(Collectors.joining(" "));
    }

    /** Articles that a session sees which asks for those of loads that have not ended. */
    private long unfinishedToo() throws SQLException {
        try (Connection connection = warehouse.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set copydesk.unfinished = 'on'");
            try (ResultSet row = statement.executeQuery("select count(*) from finished.article")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
