package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article's headline, without the site's name. The publisher's declarations tell which of the page's headings it is;
 * the heading gives the spelling that readers see.
 */
final class TitleChoice {

    private static final List<String> SEPARATORS = List.of(
            " | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", " < ", " « ", "|", " ~ ", " ‹ ", " ∣ ",
            " : ", ": ");

    private final SiteName site;

    TitleChoice(SiteName site) {
        this.site = site;
    }

    /**
     * @param headings texts of the page's first-level headings, those of boilerplate left out
     * @param subheadings second-level ones, tried where no other fits
     */
    @Nullable
    String choose(
            Declarations declared, StructuredArticle structured, List<String> headings, List<String> subheadings) {
        List<String> declaredTitles = declaredTitles(declared, structured);
        String heading = agreeing(headings, declaredTitles);
        if (heading == null) {
            heading = agreeing(texts(declared.items("headline")), declaredTitles);
        }
        if (heading == null && headings.size() == 1 && isAbout(headings.get(0), declaredTitles)) {
            heading = headings.get(0);
        }
        if (heading == null) {
            heading = agreeing(subheadings, declaredTitles);
        }
        if (heading != null) {
            return withoutSite(heading);
        }
        for (String title : declaredTitles) {
            String bare = withoutSite(title);
            if (!bare.isEmpty() && !site.isNamedBy(bare)) {
                return bare;
            }
        }
        return headings.isEmpty() ? (declaredTitles.isEmpty() ? null : declaredTitles.get(0)) : headings.get(0);
    }

    private static List<String> declaredTitles(Declarations declared, StructuredArticle structured) {
        List<String> titles = new ArrayList<>();
        for (String title : new @Nullable String[] {
            declared.meta("og:title"),
            structured.headline(),
            declared.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title"),
            declared.title().isEmpty() ? null : declared.title()
        }) {
            if (title != null) {
                titles.add(title);
            }
        }
        return titles;
    }

    private static List<String> texts(List<Declarations.Declared> items) {
        return items.stream()
                .map(Declarations.Declared::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The first heading that a declared title confirms; the declared spelling where the heading only wraps it. */
    private @Nullable String agreeing(List<String> headings, List<String> titles) {
        for (String heading : headings) {
            String key = TextShape.loose(heading);
            if (key.length() < 4 || site.isNamedBy(heading)) {
                continue;
            }
            for (String title : titles) {
                String bare = withoutSite(title);
                String bareKey = TextShape.loose(bare);
                if (bareKey.equals(key) && (marks(bare) > marks(heading) || isShouted(heading))) {
                    return bare; // the page parts kicker and headline by its layout, or shouts; the declaration has a
                    // mark
                }
                if (bareKey.equals(key)
                        || (key.length() > 12 && TextShape.loose(title).startsWith(key))) {
                    return heading;
                }
                boolean wrapped = bareKey.length() > 15 && key.length() < bareKey.length() * 2;
                if (wrapped && (key.startsWith(bareKey) || key.endsWith(bareKey))) {
                    return bare;
                }
            }
        }
        return null;
    }

    private static boolean isShouted(String heading) {
        return heading.equals(heading.toUpperCase(Locale.ROOT)) && !heading.equals(heading.toLowerCase(Locale.ROOT));
    }

    private static int marks(String title) {
        int marks = 0;
        for (int i = 0; i < title.length(); i++) {
            marks += ":/|–—-".indexOf(title.charAt(i)) >= 0 ? 1 : 0;
            marks += title.charAt(i) == ' ' ? 1 : 0;
        }
        return marks;
    }

    /** Whether a heading and some declared title share a third of the heading's longer words. */
    private boolean isAbout(String heading, List<String> titles) {
        Set<String> words = longWords(heading);
        if (words.isEmpty() || site.isNamedBy(heading)) {
            return false;
        }
        for (String title : titles) {
            Set<String> shared = longWords(title);
            shared.retainAll(words);
            if (shared.size() * 3 >= words.size()) {
                return true;
            }
        }
        return titles.isEmpty();
    }

    private static Set<String> longWords(String text) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (char c : (text.toLowerCase(Locale.ROOT) + ' ').toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else {
                if (word.length() > 3) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return words;
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
