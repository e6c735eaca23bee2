package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names by which a site calls itself, the best one first. */
final class SiteName {

    private static final int MAX_PARTS = 6;
    /** Shorter names of domains stand in too many titles. */
    private static final int FEWEST_OWN = 4;

    private static final int MAX_NAME = 60;
    private static final int MAX_LINE = 300;
    private static final Pattern SEPARATOR = Pattern.compile(" [-–—|:•·»«] |\\|");

    private @Nullable String name;
    private final List<String> loose = new ArrayList<>();

    SiteName(Declarations declared, StructuredArticle structured, @Nullable String host) {
        String og = declared.meta("og:site_name");
        String publisher = structured.publisher();
        String application =
                declared.meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher");
        this.name = Choice.first(usable(og), usable(publisher), usable(application));
        add(og);
        add(publisher);
        add(application);
        add(declared.meta("twitter:site"));
        if (host != null) {
            String bare = host.startsWith("www.") ? host.substring(4) : host;
            add(bare);
            int dot = bare.lastIndexOf('.');
            add(dot < 0 ? bare : bare.substring(0, dot));
            String family = PageAddress.family(bare);
            int label = family.indexOf('.');
            add(label < FEWEST_OWN ? null : family.substring(0, label));
        }
    }

    /**
     * Takes the part of the title element that the page shows as its own name: in a link by itself or in a copyright line.
     * Only where nothing is declared.
     */
    void inferFrom(String title, Iterable<Block> blocks) {
        if (name != null) {
            return;
        }
        for (String part : SEPARATOR.split(title, MAX_PARTS)) {
            String candidate = part.strip();
            if (!candidate.isEmpty() && candidate.length() <= MAX_NAME && isShownAsName(candidate, blocks)) {
                name = candidate;
                add(candidate);
                return;
            }
        }
    }

    private static boolean isShownAsName(String candidate, Iterable<Block> blocks) {
        String key = TextShape.loose(candidate);
        for (Block block : blocks) {
            if (block.text.length() > MAX_LINE) {
                continue;
            }
            boolean home = block.links.stream()
                    .anyMatch(link -> isFrontPage(link.href())
                            && TextShape.loose(link.text()).equals(key));
            String lower = block.text.toLowerCase(Locale.ROOT);
            boolean copyright = lower.contains("copyright") || lower.contains("©") || lower.contains("(c)");
            if (key.length() > 2 && (home || (copyright && block.text.contains(candidate)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFrontPage(String href) {
        return href.equals("/") || href.equals("./") || href.equals("index.html") || href.equals("/index.html");
    }

    private static @Nullable String usable(@Nullable String name) {
        return name == null || name.length() > 100 || name.startsWith("http") || name.startsWith("@") ? null : name;
    }

    private void add(@Nullable String text) {
        if (text != null) {
            String key = TextShape.loose(text);
            if (key.length() > 1) {
                loose.add(key);
            }
        }
    }

    @Nullable
    String name() {
        return name;
    }

    /** Whether a part of a title is the site's name, perhaps with a word or two around it. */
    boolean isNamedBy(String part) {
        String key = TextShape.loose(part);
        for (String each : loose) {
            boolean within = key.contains(each) && key.length() <= each.length() * 2 + 6;
            boolean around = each.contains(key) && key.length() >= 3 && key.length() * 3 >= each.length();
            if (within || around) {
                return true;
            }
        }
        return false;
    }
}
