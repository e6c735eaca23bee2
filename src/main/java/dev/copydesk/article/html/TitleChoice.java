package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article's headline, without the site's name: the publisher's declarations name it, the page's own heading that agrees
 * with them gives its spelling.
 */
final class TitleChoice {

    private static final List<String> SEPARATORS = List.of(
            " | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", " < ", " « ", "|", " ~ ", " ‹ ", " ∣ ",
            ": ");

    private final SiteName site;

    TitleChoice(SiteName site) {
        this.site = site;
    }

    @Nullable
    String choose(Declarations declared, StructuredArticle structured, List<String> headings) {
        String element = declared.title().isEmpty() ? null : declared.title();
        List<String> declaredTitles = new ArrayList<>();
        for (String title : new @Nullable String[] {
            declared.meta("og:title"),
            structured.headline(),
            declared.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title"),
            element
        }) {
            if (title != null) {
                declaredTitles.add(title);
            }
        }
        List<String> itemHeadlines = declared.items("headline").stream()
                .map(Declarations.Declared::text)
                .filter(text -> !text.isEmpty())
                .toList();
        String heading = agreeing(headings, declaredTitles);
        if (heading == null) {
            heading = agreeing(itemHeadlines, declaredTitles);
        }
        if (heading != null) {
            return heading;
        }
        for (String title : declaredTitles) {
            String bare = withoutSite(title);
            if (!bare.isEmpty() && !site.isNamedBy(bare)) {
                return bare;
            }
        }
        return headings.isEmpty() ? element : headings.get(0);
    }

    /** The first heading that a declared title contains or that contains one. */
    private @Nullable String agreeing(List<String> headings, List<String> titles) {
        for (String heading : headings) {
            String key = TextShape.loose(heading);
            if (key.length() < 4 || site.isNamedBy(heading)) {
                continue;
            }
            for (String title : titles) {
                String bare = TextShape.loose(withoutSite(title));
                if (bare.equals(key)
                        || (bare.length() > 15 && key.contains(bare) && key.length() < bare.length() * 2)
                        || (key.length() > 12 && TextShape.loose(title).startsWith(key))) {
                    return heading;
                }
            }
        }
        return null;
    }

    /** Cuts the site's name off either end of a title. */
    String withoutSite(String title) {
        String text = title;
        for (int round = 0; round < 3; round++) {
            String cut = cutOnce(text);
            if (cut.equals(text)) {
                break;
            }
            text = cut;
        }
        return text;
    }

    private String cutOnce(String text) {
        for (String separator : SEPARATORS) {
            int last = text.lastIndexOf(separator);
            if (last > 0 && site.isNamedBy(text.substring(last + separator.length()))) {
                return text.substring(0, last).strip();
            }
            int first = text.indexOf(separator);
            if (first > 0 && site.isNamedBy(text.substring(0, first))) {
                return text.substring(first + separator.length()).strip();
            }
        }
        return text;
    }
}
