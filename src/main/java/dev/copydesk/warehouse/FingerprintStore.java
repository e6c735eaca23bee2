package dev.copydesk.warehouse;

import dev.copydesk.article.Paragraph;
import dev.copydesk.article.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fingerprints of articles and the bands by which they are found. */
final class FingerprintStore {

    private final JdbcTemplate jdbc;

    FingerprintStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the fingerprints of these articles, which have none yet; their stories are to be found. */
    void add(Map<Long, Fingerprint> fingerprints) {
        CopyIn.into(jdbc, "warehouse.article_fingerprint (article_id, version, shingles, minima)", copy -> {
            for (var entry : fingerprints.entrySet()) {
                copy.column(entry.getKey())
                        .column(Fingerprint.VERSION)
                        .column(entry.getValue().shingles())
                        .column(hex(entry.getValue().minima()))
                        .endRow();
            }
        });
        CopyIn.into(jdbc, "warehouse.story_band (band, article_id)", copy -> {
            for (var entry : fingerprints.entrySet()) {
                for (long band : entry.getValue().bands()) {
                    copy.column(band).column(entry.getKey()).endRow();
                }
            }
        });
    }

    /** The fingerprints of these articles; of another version they are made anew. */
    Map<Long, Fingerprint> of(Collection<Long> articleIds) {
        Map<Long, Fingerprint> fingerprints = new HashMap<>();
        List<Long> outdated = new ArrayList<>();
        UnnestStatement.of(jdbc, """
                        select article_id, version, shingles, minima from warehouse.article_fingerprint
                        where article_id = any(?)""").bigint(articleIds, id -> id).forEach(row -> {
            if (row.getInt(2) == Fingerprint.VERSION) {
                fingerprints.put(row.getLong(1), Fingerprint.stored(row.getInt(3), row.getBytes(4)));
            } else {
                outdated.add(row.getLong(1));
            }
        });
        if (!outdated.isEmpty()) {
            fingerprints.putAll(remade(outdated));
        }
        return fingerprints;
    }

    private Map<Long, Fingerprint> remade(List<Long> articleIds) {
        Map<Long, List<Paragraph>> texts = new HashMap<>();
        articleIds.forEach(id -> texts.put(id, new ArrayList<>()));
        UnnestStatement.of(jdbc, """
                        select article_id, kind, text from warehouse.paragraph where article_id = any(?)
                        order by article_id, ordinal""")
                .bigint(articleIds, id -> id)
                .forEach(row -> Objects.requireNonNull(texts.get(row.getLong(1)))
                        .add(new Paragraph(
                                Paragraph.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), row.getString(3))));
        Map<Long, Fingerprint> fingerprints = new HashMap<>();
        texts.forEach((id, paragraphs) -> fingerprints.put(id, Fingerprint.of(paragraphs)));
        for (String table : List.of("warehouse.story_band", "warehouse.article_fingerprint")) {
            UnnestStatement.of(jdbc, "delete from " + table + " where article_id = any(?)")
                    .bigint(articleIds, id -> id)
                    .update();
        }
        add(fingerprints);
        return fingerprints;
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
    }
}
