package dev.copydesk.warehouse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sites that articles come from. */
final class SiteStore {

    private record Site(@Nullable String host, @Nullable String name) {}

    private final JdbcTemplate jdbc;

    SiteStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The natural key of an article's site as {@code site.site_key} has it; null when nothing is known of the site. */
    static @Nullable String keyOf(ArticleRow row) {
        return key(row.host(), row.article().site());
    }

    /** The natural key of the site of a page with this canonical URL and name of its site. */
    static @Nullable String keyOf(@Nullable String url, @Nullable String name) {
        return key(ArticleRow.host(url), name);
    }

    private static @Nullable String key(@Nullable String host, @Nullable String name) {
        return host != null ? host : name == null ? null : "name:" + name.toLowerCase(Locale.ROOT);
    }

    /** Adds the sites that are new, names those that had no name yet, and returns the ids by site key. */
    Map<String, Long> idsOf(List<ArticleRow> rows) {
        TreeMap<String, Site> sites = new TreeMap<>(Comparator.naturalOrder());
        for (ArticleRow row : rows) {
            String key = keyOf(row);
            if (key != null) {
                Site known = sites.get(key);
                if (known == null || known.name() == null) {
                    sites.put(key, new Site(row.host(), row.article().site()));
                }
            }
        }
        Map<String, Long> ids = new HashMap<>();
        if (sites.isEmpty()) {
            return ids;
        }
        UnnestStatement.of(jdbc, """
                        insert into warehouse.site as s (site_key, host, name)
                        select * from unnest(?, ?, ?)
                        on conflict (site_key) do update set name = excluded.name
                        where s.name is null and excluded.name is not null""")
                .text(sites.keySet(), key -> key)
                .text(sites.values(), Site::host)
                .text(sites.values(), Site::name)
                .update();
        UnnestStatement.of(jdbc, "select site_key, site_id from warehouse.site where site_key = any(?)")
                .text(sites.keySet(), key -> key)
                .forEach(result -> ids.put(result.getString(1), result.getLong(2)));
        return ids;
    }
}
