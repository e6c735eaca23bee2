package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names by which a site calls itself, the best one first. */
final class SiteName {

    private final @Nullable String name;
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
        }
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
