package dev.copydesk.article.html;

import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links to other articles that a page offers by their titles: in containers named related, popular, latest and the
 * like, behind headings that announce such links, and in lines such as {@code Read also: …}.
 */
final class RelatedLinks {

    private static final int MAX_LINKS = 200;
    private static final int MAX_TITLE = 250;
    private static final int MIN_HEADLINE_WORDS = 4;
    private static final int NEVER = Role.SHARE.bit()
            | Role.TAGS.bit()
            | Role.COMMENTS.bit()
            | Role.CONSENT.bit()
            | Role.NEWSLETTER.bit()
            | Role.ADVERT.bit()
            | Role.AUTHOR_BOX.bit();
    private static final Set<String> NO_ARTICLE_PATHS = Set.of(
            "tag",
            "tags",
            "author",
            "authors",
            "autor",
            "autoren",
            "category",
            "categories",
            "topic",
            "topics",
            "thema",
            "themen",
            "search",
            "login",
            "register",
            "subscribe",
            "newsletter",
            "newsletters",
            "about",
            "contact",
            "privacy",
            "terms",
            "profile",
            "user",
            "users",
            "people",
            "staff",
            "contributors",
            "contributor",
            "kategorie",
            "account",
            "abo",
            "shop",
            "kontakt",
            "impressum",
            "datenschutz",
            "signin",
            "signup",
            "cart",
            "page",
            "by",
            "share",
            "feed",
            "rss");

    private final String base;
    private final @Nullable String self;
    private final @Nullable String host;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<Integer, String> times = new HashMap<>();
    private @Nullable Found last;

    private static final class Found {
        String title;
        boolean heading;
        final int block;

        @Nullable
        PublicationDate date;

        Found(String title, boolean heading, int block) {
            this.title = title;
            this.heading = heading;
            this.block = block;
        }
    }

    RelatedLinks(String base, @Nullable String self) {
        this.base = base;
        this.self = self;
        this.host = PageAddress.host(self == null ? CanonicalUrl.of(base) : self);
    }

    List<RelatedLink> find(Page page, Layout layout, List<Verdict> verdicts, @Nullable Container body) {
        Set<Integer> kept = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict.isKept()) {
                kept.add(verdict.block().index);
            }
        }
        for (Declarations.Declared time : page.declared().times()) {
            times.putIfAbsent(time.block(), time.value().isEmpty() ? time.text() : time.value());
        }
        Container announced = null;
        int announcedLevel = 0;
        for (Block block : page.blocks()) {
            if (announced != null && !announced.holds(block)) {
                announced = null;
            }
            if (isHeadingLike(block) && Phrases.isRelatedHeading(block.text)) {
                announced = surroundings(block);
                announcedLevel = block.container.headingLevel;
                continue;
            }
            int roles = layout.boilerplate(block);
            boolean nextPart = block.isHeading()
                    && block.links.isEmpty()
                    && (announcedLevel == 0 || block.container.headingLevel <= announcedLevel);
            if (announced != null && (nextPart || Role.FOOTER.in(roles))) {
                announced = null;
            }
            if (block.links.isEmpty()) {
                date(block);
                continue;
            }
            boolean named = announced != null || (block.linkDensity() > 0.3 && Phrases.startsReadAlso(block.text));
            boolean offered = named
                    || Role.RELATED.in(roles)
                    || (isHeadlineLink(block) && (isBeside(block, body, roles) || isLineOf(body, block)));
            if (offered
                    && (roles & NEVER) == 0
                    && !kept.contains(block.index)
                    && (announced != null || !Role.NAVIGATION.in(roles))) {
                take(block, named);
            }
        }
        return result();
    }

    private static boolean isHeadingLike(Block block) {
        return block.isHeading() || block.linkDensity() < 0.5 || block.text.length() < 30;
    }

    /** What a heading speaks for: its parent, or that one's parent where the heading stands alone in a wrapper. */
    private static @Nullable Container surroundings(Block block) {
        Container container = block.container;
        while (container.parent != null && container.endBlock - container.firstBlock <= 1) {
            container = container.parent;
        }
        return container;
    }

    /** @param named whether words say that these are other articles, so that a short title may be one */
    private void take(Block block, boolean named) {
        for (PageLink link : block.links) {
            if (found.size() >= MAX_LINKS) {
                return;
            }
            String url = CanonicalUrl.resolve(base, link.href());
            if (url == null || url.equals(self) || !isArticleLike(url)) {
                continue;
            }
            String title = link.text();
            if (TextShape.words(title) < MIN_HEADLINE_WORDS && !(named ? isSlug(url) : isLongSlug(url))) {
                continue;
            }
            boolean heading = block.isHeading();
            Found known = found.get(url);
            if (known != null) {
                boolean better = (heading && !known.heading)
                        || (!known.heading
                                && !heading
                                && known.title.length() < 20
                                && title.length() > known.title.length());
                if (better && isTitle(title)) {
                    known.title = title;
                    known.heading = heading;
                }
            } else if (isTitle(title)) {
                last = new Found(title, heading, block.index);
                found.put(url, last);
            }
        }
        date(block);
    }

    /** Outside the body and behind its start, or in a sidebar, but not in the page's foot. */
    private static boolean isBeside(Block block, @Nullable Container body, int roles) {
        return body != null
                && !body.holds(block)
                && (block.index > body.firstBlock || Role.ASIDE.in(roles))
                && !Role.FOOTER.in(roles);
    }

    /** A line of the body that was left out of the text, as it is nothing but a link. */
    private static boolean isLineOf(@Nullable Container body, Block block) {
        return body != null && body.holds(block) && !block.container.inList;
    }

    /** A headline by itself and nothing but a link: what lists of latest and most-read stories are made of. */
    private boolean isHeadlineLink(Block block) {
        if (block.linkDensity() < 0.8 || block.links.size() > 2 || TextShape.words(block.text) < MIN_HEADLINE_WORDS) {
            return false;
        }
        String url = CanonicalUrl.resolve(base, block.links.get(0).href());
        return url != null && isSlug(url);
    }

    /** Whether the last part of a path is made of several words or holds a number, as those of articles are. */
    private static boolean isSlug(String url) {
        return url.indexOf('?') >= 0 || isSlug(url, 2, 4);
    }

    /** Whether the last part of a path is too long to name a section or a topic. */
    private static boolean isLongSlug(String url) {
        return isSlug(url, 3, 5);
    }

    private static boolean isSlug(String url, int leastHyphens, int leastDigits) {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        int start = url.lastIndexOf('/', end - 1) + 1;
        int hyphens = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            hyphens += url.charAt(i) == '-' || url.charAt(i) == '_' ? 1 : 0;
            digits += Character.isDigit(url.charAt(i)) ? 1 : 0;
        }
        return hyphens >= leastHyphens || digits >= leastDigits;
    }

    private static boolean isTitle(String text) {
        return text.length() >= 10
                && text.length() <= MAX_TITLE
                && TextShape.words(text) >= 2
                && !Phrases.isReadAlso(text)
                && !Phrases.isRelatedHeading(text)
                && !Phrases.isNoise(text);
    }

    private boolean isArticleLike(String url) {
        URI uri = URI.create(url);
        String linked = uri.getRawAuthority();
        if (host != null && linked != null && !PageAddress.sameFamily(host, linked)) {
            return false;
        }
        String path = uri.getRawPath();
        if (path == null || (path.length() < 2 && uri.getRawQuery() == null)) {
            return false;
        }
        for (String segment : path.toLowerCase(Locale.ROOT).split("/", -1)) {
            if (NO_ARTICLE_PATHS.contains(segment)) {
                return false;
            }
        }
        return true;
    }

    /** A date on the link's own line, or on a short line right behind it, belongs to the link. */
    private void date(Block block) {
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

    private List<RelatedLink> result() {
        List<RelatedLink> links = new ArrayList<>();
        for (Map.Entry<String, Found> each : found.entrySet()) {
            links.add(new RelatedLink(each.getValue().title, each.getKey(), each.getValue().date));
        }
        return links;
    }
}
