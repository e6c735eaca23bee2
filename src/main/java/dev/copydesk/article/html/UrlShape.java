package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a page's address looks like: how deep, how wordy, and which kind of page its parts name. */
final class UrlShape {

    private static final Set<String> STORY = Set.of(
            "blog",
            "news",
            "article",
            "articles",
            "story",
            "stories",
            "post",
            "posts",
            "magazine",
            "opinion",
            "politics",
            "world",
            "nachrichten",
            "artikel");

    private final String host;
    private final List<String> path;
    private final boolean query;

    private UrlShape(String host, List<String> path, boolean query) {
        this.host = host;
        this.path = path;
        this.query = query;
    }

    /** @param url canonical, or null when the page has none */
    static UrlShape of(@Nullable String url) {
        if (url == null) {
            return new UrlShape("", List.of(), false);
        }
        int start = url.indexOf("://") + 3;
        int question = url.indexOf('?', start);
        String whole =
                url.substring(start, question < 0 ? url.length() : question).toLowerCase(Locale.ROOT);
        int slash = whole.indexOf('/');
        String host = slash < 0 ? whole : whole.substring(0, slash);
        List<String> path = slash < 0
                ? List.of()
                : List.of(whole.substring(slash + 1).split("/+", -1)).stream()
                        .filter(segment -> !segment.isEmpty())
                        .toList();
        return new UrlShape(host, path, question >= 0);
    }

    void addTo(FeatureRow row) {
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        row.add("url.known", !host.isEmpty());
        row.add("url.depth", path.size());
        row.add("url.words", words(last));
        row.add("url.digits", digits(last));
        row.add("url.length", last.length());
        row.add("url.file", last.indexOf('.') >= 0);
        row.add("url.query", query);
        row.add("url.dated", path.stream().anyMatch(segment -> segment.matches("(19|20)\\d\\d")));
        for (PageKind kind : PageKind.values()) {
            named(row, kind::isNamedBy);
        }
        named(row, STORY::contains);
    }

    /** Whether the host, a part of the path or its last part names a kind of page. */
    private void named(FeatureRow row, Predicate<String> isNamedBy) {
        boolean inHost = false;
        for (String label : List.of(host.split("\\.", -1))) {
            inHost |= isNamedBy.test(label);
        }
        int inPath = 0;
        for (int i = 0; i < path.size(); i++) {
            if (isNamedBy.test(path.get(i))) {
                inPath = i + 1 == path.size() ? 2 : 1;
            }
        }
        row.add("url.kind", (inHost ? 4 : 0) + inPath);
    }

    private static int words(String segment) {
        int words = segment.isEmpty() ? 0 : 1;
        for (int i = 0; i < segment.length(); i++) {
            words += segment.charAt(i) == '-' || segment.charAt(i) == '_' ? 1 : 0;
        }
        return words;
    }

    private static int digits(String segment) {
        return (int) segment.chars().filter(Character::isDigit).count();
    }
}
