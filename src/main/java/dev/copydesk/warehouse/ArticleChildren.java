package dev.copydesk.warehouse;

import dev.copydesk.article.Paragraph;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.article.fingerprint.Fingerprint;
import dev.copydesk.entity.LinkedMention;
import dev.copydesk.entity.Mention;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that hang on an article: authors, paragraphs, mentions, related links, fingerprint, search document. */
final class ArticleChildren {

    private static final List<String> TABLES = List.of(
            "article_author",
            "paragraph",
            "entity_mention",
            "related_link",
            "article_fingerprint",
            "story_band",
            "article_search");

    private final JdbcTemplate jdbc;
    private final EntityStore entities;
    private final FingerprintStore fingerprints;

    ArticleChildren(JdbcTemplate jdbc, EntityStore entities) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.fingerprints = new FingerprintStore(jdbc);
    }

    void delete(Collection<Long> articleIds) {
        for (String table : TABLES) {
            UnnestStatement.of(jdbc, "delete from warehouse." + table + " where article_id = any(?)")
                    .bigint(articleIds, id -> id)
                    .update();
        }
    }

    /** Copies the children of these articles, which have none yet. */
    void write(List<StoredArticle> articles, Tally tally) {
        if (articles.isEmpty()) {
            return;
        }
        CopyIn.into(jdbc, "warehouse.article_author (article_id, ordinal, name)", copy -> {
            for (StoredArticle article : articles) {
                int ordinal = 0;
                for (String author : article.row().article().authors()) {
                    copy.column(article.articleId())
                            .column(++ordinal)
                            .column(author)
                            .endRow();
                }
            }
        });
        tally.paragraphs += CopyIn.into(jdbc, "warehouse.paragraph (article_id, ordinal, kind, text)", copy -> {
            for (StoredArticle article : articles) {
                int ordinal = 0;
                for (Paragraph paragraph : article.row().article().paragraphs()) {
                    copy.column(article.articleId())
                            .column(++ordinal)
                            .column(paragraph.kind().label())
                            .column(paragraph.text())
                            .endRow();
                }
            }
        });
        tally.relatedLinks += CopyIn.into(
                jdbc,
                "warehouse.related_link (article_id, ordinal, title, url, published_at, published_precision)",
                copy -> {
                    for (StoredArticle article : articles) {
                        int ordinal = 0;
                        for (RelatedLink link : article.row().article().relatedLinks()) {
                            copy.column(article.articleId())
                                    .column(++ordinal)
                                    .column(link.title())
                                    .column(link.url())
                                    .column(ArticleRow.instant(link.published()))
                                    .column(ArticleRow.precision(link.published()))
                                    .endRow();
                        }
                    }
                });
        tally.mentions += writeMentions(articles);
        Map<Long, Fingerprint> prints = new LinkedHashMap<>();
        articles.forEach(
                article -> prints.put(article.articleId(), article.row().found().fingerprint()));
        fingerprints.add(prints);
        UnnestStatement.of(jdbc, "select warehouse.index_for_search(?)")
                .bigint(articles, StoredArticle::articleId)
                .forEach(nothing -> {});
    }

    private long writeMentions(List<StoredArticle> articles) {
        Map<LinkedMention, EntityStore.Link> links = entities.link(articles.stream()
                .flatMap(article -> article.row().found().names().mentions().stream())
                .toList());
        return CopyIn.into(
                jdbc,
                "warehouse.entity_mention"
                        + " (article_id, paragraph_ordinal, start_offset, end_offset, entity_id, surface_form, link_rule,"
                        + " link_score)",
                copy -> {
                    for (StoredArticle article : articles) {
                        for (LinkedMention linked :
                                article.row().found().names().mentions()) {
                            Mention mention = linked.mention();
                            EntityStore.Link link = Objects.requireNonNull(links.get(linked));
                            copy.column(article.articleId())
                                    .column(mention.paragraph())
                                    .column(mention.start())
                                    .column(mention.end())
                                    .column(link.entityId())
                                    .column(mention.surface())
                                    .column(link.rule().label())
                                    .column(link.rule().score())
                                    .endRow();
                        }
                    }
                });
    }
}
