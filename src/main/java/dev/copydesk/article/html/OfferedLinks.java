package dev.copydesk.article.html;

import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links that were found to be offered, each once, with its best title and the date shown beside it. */
final class OfferedLinks {

    private static final int MAX_LINKS = 200;
    private static final int MAX_TITLE = 250;

    private final Map<String, Offered> byUrl = new LinkedHashMap<>();
    private final Map<Integer, String> times = new HashMap<>();
    private @Nullable Offered last;

    private static final class Offered {
        final String url;
        final int block;
        String title;
        boolean heading;

        @Nullable
        PublicationDate date;

        Offered(String url, String title, boolean heading, int block) {
            this.url = url;
            this.title = title;
            this.heading = heading;
            this.block = block;
        }

        RelatedLink link() {
            return new RelatedLink(title, url, date);
        }
    }

    OfferedLinks(List<Declarations.Declared> times) {
        for (Declarations.Declared time : times) {
            this.times.putIfAbsent(time.block(), time.value().isEmpty() ? time.text() : time.value());
        }
    }

    boolean isFull() {
        return byUrl.size() >= MAX_LINKS;
    }

    /** Notes a link, unless its text is no title and the same address has none yet. */
    void add(String url, String title, Block block) {
        if (!isTitle(title)) {
            return;
        }
        boolean heading = block.isHeading();
        Offered known = byUrl.get(url);
        if (known == null) {
            last = new Offered(url, title, heading, block.index);
            byUrl.put(url, last);
        } else if (isBetter(title, heading, known)) {
            known.title = title;
            known.heading = heading;
        }
    }

    private static boolean isBetter(String title, boolean heading, Offered known) {
        return (heading && !known.heading)
                || (!known.heading && !heading && known.title.length() < 20 && title.length() > known.title.length());
    }

    private static boolean isTitle(String text) {
        return text.length() >= 10
                && text.length() <= MAX_TITLE
                && TextShape.words(text) >= 2
                && !Phrases.isReadAlso(text)
                && !RelatedHeadings.isOnlyAnnouncement(text)
                && !Phrases.isNoise(text);
    }

    /** A date on the link's own line, or on a short line right behind it, belongs to the link. */
    void date(Block block) {
        if (last == null || last.date != null || block.index - last.block > 2) {
            return;
        }
        String time = times.get(block.index);
        if (time != null) {
            last.date = DateParser.parse(time).orElse(null);
        } else if (block.index == last.block) {
            last.date = DateParser.parse(beside(block, last.title)).orElse(null);
        } else if (block.text.length() <= 60 && TextShape.words(block.text) <= 8) {
            last.date = DateParser.parse(block.text).orElse(null);
        }
    }

    /** What stands on a link's line beside its title, when that is little. */
    private static String beside(Block block, String title) {
        String rest = block.text.replace(title, " ");
        return rest.length() <= 60 ? rest : "";
    }

    /** In page order. */
    List<RelatedLink> links() {
        return byUrl.values().stream().map(Offered::link).toList();
    }
}
