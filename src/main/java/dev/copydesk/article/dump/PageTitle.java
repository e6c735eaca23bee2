package dev.copydesk.article.dump;

import org.jspecify.annotations.Nullable;

/** Parts the title of a page, {@code Headline | Site}, at its last separator. */
final class PageTitle {

    private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " « "};
    private static final int LONGEST_SITE = 45;
    private static final int MOST_SITE_WORDS = 6;

    private PageTitle() {}

    static boolean suffixed(String line) {
        return site(line) != null;
    }

    /** The part before the site's name; the whole line when there is none. */
    static String headline(String line) {
        int cut = cut(line);
        return cut < 0 ? line : line.substring(0, cut).strip();
    }

    /** The site's name at the end of a page title, or null. */
    static @Nullable String site(String line) {
        int cut = cut(line);
        return cut < 0
                ? null
                : line.substring(cut + 3).replaceFirst("^[:»|•·–—-]+", "").strip();
    }

    private static int cut(String line) {
        int cut = -1;
        for (String separator : SEPARATORS) {
            cut = Math.max(cut, line.lastIndexOf(separator));
        }
        if (cut < 0 || line.length() > 300) {
            return -1;
        }
        String tail = line.substring(cut + 3).strip();
        boolean name = !tail.isEmpty()
                && tail.length() <= LONGEST_SITE
                && tail.split(" ", -1).length <= MOST_SITE_WORDS
                && !tail.endsWith("?")
                && cut >= tail.length() / 2;
        return name ? cut : -1;
    }
}
