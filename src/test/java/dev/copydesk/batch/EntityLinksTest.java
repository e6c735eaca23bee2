package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.copydesk.warehouse.EntityCatalogue;
import dev.copydesk.warehouse.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every page of {@link TestPages} names the town of Lindhaven once in each paragraph. */
@Tag("database")
class EntityLinksTest {

    private static final String LINDHAVEN = """
            select distinct e.canonical_name || ' ' || m.link_rule from warehouse.entity_mention m
            join warehouse.entity e using (entity_id) where m.surface_form = 'Lindhaven' order by 1""";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private TestPages pages;
    private EntityCatalogue catalogue;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        pages = new TestPages(folder);
        catalogue = new EntityCatalogue(
                warehouse.jdbc(), new TransactionTemplate(new JdbcTransactionManager(warehouse.dataSource())));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void bringsTheReferenceNamesOnceWithTheirAliasesInSeveralLanguages() {
        assertThat(aliases("Germany")).contains("Deutschland", "Allemagne", "Alemania", "ألمانيا");
        assertThat(aliases("Daesh")).contains("ISIS", "Islamic State");

        List<String> before = warehouse.rows();
        assertThat(new Schema(warehouse.dataSource()).migrate()).isZero();
        assertThat(warehouse.rows()).isEqualTo(before);
    }

    @Test
    void movesMentionsOfAMergedEntityAndFollowsItInLaterLoads() throws Exception {
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3);
        warehouse.load(folder);
        assertThat(lindhaven()).containsExactly("Lindhaven as_written");

        assertThat(catalogue.merge(id("Lindhaven"), id("Oslo"))).isEqualTo(3);
        assertThat(lindhaven()).containsExactly("Oslo as_written");

        pages.page("b.html", "https://a.example/two", "Fish market opens again", 4);
        warehouse.load(folder);
        assertThat(lindhaven()).containsExactly("Oslo as_written", "Oslo known_name");
        assertThat(catalogue.find("Lindhaven", "location"))
                .extracting(EntityCatalogue.Entry::name, EntityCatalogue.Entry::mentions)
                .containsExactly(tuple("Oslo", 7L));
    }

    @Test
    void leavesANameAsWrittenThatIsAnAliasOfTwoEntities() throws Exception {
        catalogue.addAlias(id("Oslo"), "lindhaven");
        catalogue.addAlias(id("Norway"), "Lindhaven");
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3);
        warehouse.load(folder);
        assertThat(lindhaven()).containsExactly("Lindhaven ambiguous");
        assertThat(
                        warehouse.count(
                                "select count(*) from warehouse.entity_mention where link_rule = 'ambiguous' and link_score <= 0.5"))
                .isEqualTo(3);

        assertThat(catalogue.removeAlias(id("Norway"), "LINDHAVEN")).isTrue();
        assertThat(catalogue.removeAlias(id("Norway"), "LINDHAVEN")).isFalse();
        pages.page("b.html", "https://a.example/two", "Fish market opens again", 4);
        warehouse.load(folder);
        assertThat(lindhaven()).containsExactly("Lindhaven ambiguous", "Oslo known_name");
    }

    @Test
    void losesNoMentionWhenEntitiesAreMergedDuringALoad() throws Exception {
        for (int i = 0; i < 60; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Harbour wall number " + i, 3);
        }
        CompletableFuture<Integer> merges = CompletableFuture.supplyAsync(() -> {
            int merged = 0;
            while (warehouse.count("select count(*) from warehouse.article") < 60) {
                for (EntityCatalogue.Entry entry : catalogue.find("Lindhaven", "location")) {
                    if (entry.name().equals("Lindhaven")) {
                        catalogue.merge(entry.id(), id("Oslo"));
                        merged++;
                    }
                }
            }
            return merged;
        });
        JobDefinition all = JobDefinition.of("load", List.of(folder.toString()));
        LoadResult result = warehouse.load(all.withChunks(5, all.threads()));
        assertThat(result.exitCode()).isZero();
        assertThat(merges.get()).isPositive();
        assertThat(warehouse.count("select count(*) from ops.quarantine")).isZero();
        assertThat(warehouse.count("select count(*) from warehouse.entity_mention where surface_form = 'Lindhaven'"))
                .isEqualTo(180);
        assertThat(warehouse.count("""
                        select count(distinct entity_id) from warehouse.entity_mention
                        where surface_form = 'Lindhaven'""")).isOne();
    }

    @Test
    void saysWhatLookedForTheNamesOfAnArticle() throws Exception {
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3);
        pages.write("b.html", """
                <html lang="ar"><head><title>ميناء جديد</title><link rel="canonical" href="https://a.example/ar"></head>
                <body><article><h1>الميناء الجديد يفتح أبوابه</h1>
                %s</article></body></html>""".formatted(
                        ("<p>قال المسؤولون في ألمانيا إن الميناء الجديد سيفتح أبوابه أمام السفن في الربيع المقبل بعد"
                                        + " سنوات من العمل، وإن الأسعار لن ترتفع هذا العام كما كان متوقعا من قبل.</p>")
                                .repeat(4)));
        warehouse.load(folder);
        assertThat(warehouse
                        .jdbc()
                        .queryForList(
                                "select language || ' ' || entity_coverage from warehouse.article order by 1",
                                String.class))
                .containsExactly("ar known_names", "en model");
        assertThat(warehouse.count("""
                        select count(*) from warehouse.entity_mention join warehouse.entity using (entity_id)
                        where surface_form = 'ألمانيا' and canonical_name = 'Germany'""")).isEqualTo(4);
    }

    private List<String> lindhaven() {
        return warehouse.jdbc().queryForList(LINDHAVEN, String.class);
    }

    private List<String> aliases(String name) {
        return catalogue.aliases(id(name)).stream()
                .map(EntityCatalogue.Alias::name)
                .toList();
    }

    private long id(String name) {
        return catalogue.find(name, null).get(0).id();
    }
}
