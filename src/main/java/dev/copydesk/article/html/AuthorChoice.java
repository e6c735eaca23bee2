package dev.copydesk.article.html;

import dev.copydesk.article.Byline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who wrote an article: the first source that names somebody other than the site itself; the site only when it is all
 * that is declared.
 */
final class AuthorChoice {

    private static final int MAX_NAME = 60;
    private static final int MAX_LINE = 80;
    private static final int MAX_NAME_WORDS = 5;
    private static final int MAX_CREDIT_WORDS = 3;
    private static final int REACH_BEFORE = 25;
    private static final int REACH_BEHIND = 8;
    private static final List<String> META = List.of(
            "author",
            "parsely-author",
            "sailthru.author",
            "article:author",
            "article:author_name",
            "og:article:author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "citation_author",
            "cxenseparse:author",
            "twitter:data1:author",
            "authors",
            "creator");
    private static final List<String> LABELS = List.of(
            "posted by",
            "written by",
            "published by",
            "by",
            "von",
            "vom",
            "par",
            "por",
            "author:",
            "autor:",
            "autorin:",
            "text:",
            "geschrieben von",
            "door",
            "av",
            "af",
            "di",
            "автор:");

    private static final Set<String> WRITTEN_BY = Set.of(
            "written by",
            "author",
            "verfasst von",
            "geschrieben von",
            "autor",
            "écrit par",
            "escrito por",
            "scritto da",
            "geschreven door",
            "skriven av",
            "skrevet av",
            "skrevet af",
            "napisane przez",
            "автор",
            "yazan");
    private static final Set<String> NOBODY = Set.of(
            "admin",
            "administrator",
            "noauthor",
            "author",
            "unknown",
            "guest",
            "publishedby",
            "postedby",
            "writtenby",
            "by",
            "staff",
            "editor",
            "none",
            "null",
            "undefined",
            "anonymous",
            "root",
            "webmaster",
            "user");

    private final SiteName site;

    AuthorChoice(SiteName site) {
        this.site = site;
    }

    /** Clean names in order, none twice; empty when unknown. */
    List<String> choose(Page page, StructuredArticle structured, int bodyStart, int bodyEnd) {
        Declarations declared = page.declared();
        List<List<String>> sources = new ArrayList<>();
        sources.add(declaredNames(structured.authors()));
        for (String name : META) {
            sources.add(declaredNames(declared.metas(name)));
        }
        sources.add(labelled(declared));
        sources.add(creditNames(near(declared.items("author"), bodyStart, bodyEnd)));
        sources.add(creditNames(near(declared.credits(), bodyStart, bodyEnd)));
        sources.add(creditNames(lines(page, bodyStart)));
        List<String> siteItself = List.of();
        for (List<String> names : sources) {
            if (names.stream().anyMatch(name -> !site.isNamedBy(name))) {
                return names;
            }
            siteItself = siteItself.isEmpty() ? names : siteItself;
        }
        return siteItself;
    }

    /** Declared values are names by their place, even if they do not look like a person's. */
    private static List<String> declaredNames(List<String> values) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String value : values) {
            if (value.contains("://") || value.length() > 500) {
                continue;
            }
            List<String> persons = Byline.names(once(value));
            String raw = withoutLabel(value);
            boolean cut = persons.size() == 1 && persons.get(0).length() * 10 < raw.length() * 6 && !isList(raw);
            if ((persons.isEmpty() || cut) && isNameLike(raw, MAX_NAME_WORDS)) {
                persons = List.of(raw);
            }
            persons.forEach(name -> names.putIfAbsent(TextShape.loose(name), name));
        }
        return List.copyOf(names.values());
    }

    /** The credits that belong to the first one which names somebody. */
    private static List<String> creditNames(List<String> texts) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String text : texts) {
            List<String> persons = Byline.names(once(text));
            String raw = withoutLabel(text);
            if (persons.isEmpty() && isNameLike(raw, MAX_CREDIT_WORDS)) {
                persons = List.of(raw);
            }
            if (!persons.isEmpty()) {
                persons.forEach(name -> names.putIfAbsent(TextShape.loose(name), name));
                break;
            }
        }
        return List.copyOf(names.values());
    }

    /** Credits by the headline or right behind the body, the nearest ahead of the body first. */
    private static List<String> near(List<Declarations.Declared> credits, int bodyStart, int bodyEnd) {
        List<String> ahead = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (Declarations.Declared credit : credits) {
            String text = credit.text().isEmpty() ? credit.value() : credit.text();
            if (credit.block() >= bodyStart - REACH_BEFORE && credit.block() <= bodyStart + REACH_BEHIND) {
                ahead.add(text);
            } else if (credit.block() > bodyStart && credit.block() <= bodyEnd + REACH_BEHIND) {
                behind.add(text);
            }
        }
        ahead.addAll(behind);
        return ahead;
    }

    /** {@code twitter:label1} says in the page's language what {@code twitter:data1} is. */
    private static List<String> labelled(Declarations declared) {
        for (String number : List.of("1", "2")) {
            String label = declared.meta("twitter:label" + number);
            String data = declared.meta("twitter:data" + number);
            if (label != null && data != null && WRITTEN_BY.contains(label.toLowerCase(Locale.ROOT))) {
                return declaredNames(List.of(data));
            }
        }
        return List.of();
    }

    /** Short lines by the headline that begin as bylines do. */
    private static List<String> lines(Page page, int bodyStart) {
        List<String> lines = new ArrayList<>();
        int end = Math.min(page.blocks().size(), bodyStart + REACH_BEHIND);
        for (Block block : page.blocks().subList(Math.max(0, bodyStart - REACH_BEFORE), end)) {
            if (block.text.length() <= MAX_LINE && !withoutLabel(block.text).equals(block.text.strip())) {
                lines.add(block.text);
            }
        }
        return lines;
    }

    private static boolean isList(String text) {
        return text.contains(",") || text.contains(";") || text.contains("|") || text.contains("&");
    }

    private static boolean isNameLike(String text, int maxWords) {
        return text.length() >= 2
                && text.length() <= MAX_NAME
                && TextShape.words(text) <= maxWords
                && Character.isLetter(text.codePointAt(0))
                && text.indexOf('@') < 0
                && !isList(text)
                && text.indexOf('/') < 0
                && !text.endsWith(":")
                && !NOBODY.contains(TextShape.loose(text))
                && !Phrases.isNoise(text);
    }

    private static String withoutLabel(String text) {
        String name = once(text.strip());
        String lower = name.toLowerCase(Locale.ROOT);
        for (String label : LABELS) {
            if (lower.startsWith(label)
                    && lower.length() > label.length() + 1
                    && !Character.isLetterOrDigit(lower.charAt(label.length()))) {
                return name.substring(label.length()).strip();
            }
        }
        return name;
    }

    /** A name that stands there twice, as with a picture's and a link's text in one. */
    private static String once(String text) {
        int middle = text.length() / 2;
        boolean twice = text.length() > 5
                && text.length() % 2 == 1
                && text.charAt(middle) == ' '
                && text.regionMatches(0, text, middle + 1, middle);
        return twice ? text.substring(0, middle) : text;
    }
}
