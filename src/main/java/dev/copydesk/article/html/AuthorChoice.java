package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who wrote an article: the first source that names a person, else the first that names a desk or an organisation; the
 * site itself only when it is all that is declared.
 */
final class AuthorChoice {

    private static final int MAX_LINE = 80;
    private static final int REACH_BEFORE = 25;
    private static final int REACH_BEHIND = 8;
    private static final int LAST_BLOCKS = 2;
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

    private final SiteName site;
    private final Page page;
    private final int bodyStart;
    private final int bodyEnd;

    AuthorChoice(SiteName site, Page page, int bodyStart, int bodyEnd) {
        this.site = site;
        this.page = page;
        this.bodyStart = bodyStart;
        this.bodyEnd = bodyEnd;
    }

    /** Clean names in order, none twice; empty when unknown. */
    List<String> choose(StructuredArticle structured) {
        Declarations declared = page.declared();
        Stream<Supplier<AuthorNames>> sources = Stream.concat(
                Stream.concat(
                        Stream.of(() -> AuthorNames.declared(structured.authors())),
                        META.stream().map(name -> () -> AuthorNames.declared(declared.metas(name)))),
                Stream.of(
                        () -> labelled(declared),
                        () -> shown(declared.items("author"), true),
                        () -> shown(declared.credits(), false),
                        this::lines));
        AuthorNames others = AuthorNames.NONE;
        AuthorNames siteItself = AuthorNames.NONE;
        for (Supplier<AuthorNames> source : (Iterable<Supplier<AuthorNames>>) sources::iterator) {
            AuthorNames names = source.get();
            boolean other = names.names().stream().anyMatch(name -> !site.isNamedBy(name));
            if (other && names.persons()) {
                return names.names();
            }
            if (other && others.names().isEmpty()) {
                others = names;
            } else if (siteItself.names().isEmpty()) {
                siteItself = names;
            }
        }
        return others.names().isEmpty() ? siteItself.names() : others.names();
    }

    /** The first credit by the headline or right behind the body that names somebody. */
    private AuthorNames shown(List<Declarations.Declared> credits, boolean named) {
        AuthorNames weak = AuthorNames.NONE;
        for (Declarations.Declared credit : near(credits)) {
            String text = credit.text().isEmpty() ? credit.value() : credit.text();
            AuthorNames names = AuthorNames.shown(text, named || credit.name().equals(Declarations.NAME_CREDIT));
            if (names.persons()) {
                return names;
            }
            weak = weak.names().isEmpty() ? names : weak;
        }
        return weak;
    }

    private List<Declarations.Declared> near(List<Declarations.Declared> credits) {
        List<Declarations.Declared> ahead = new ArrayList<>();
        List<Declarations.Declared> behind = new ArrayList<>();
        for (Declarations.Declared credit : credits) {
            if (credit.block() >= bodyStart - REACH_BEFORE && credit.block() <= bodyStart + REACH_BEHIND) {
                ahead.add(credit);
            } else if (credit.block() > bodyStart && credit.block() <= bodyEnd + REACH_BEHIND) {
                behind.add(credit);
            }
        }
        ahead.addAll(behind);
        return ahead;
    }

    /** {@code twitter:label1} says in the page's language what {@code twitter:data1} is. */
    private static AuthorNames labelled(Declarations declared) {
        for (String number : List.of("1", "2")) {
            String label = declared.meta("twitter:label" + number);
            String data = declared.meta("twitter:data" + number);
            if (label != null && data != null && WRITTEN_BY.contains(label.toLowerCase(Locale.ROOT))) {
                return AuthorNames.declared(List.of(data));
            }
        }
        return AuthorNames.NONE;
    }

    /** Short lines by the headline, then at the body's end, that begin as bylines do or that such a label stands above. */
    private AuthorNames lines() {
        AuthorNames ahead = lines(bodyStart - REACH_BEFORE, bodyStart + REACH_BEHIND);
        return ahead.persons() ? ahead : lines(bodyEnd - LAST_BLOCKS, bodyEnd + REACH_BEHIND);
    }

    private AuthorNames lines(int from, int to) {
        List<Block> blocks = page.blocks();
        AuthorNames weak = AuthorNames.NONE;
        for (int i = Math.max(0, from); i < Math.min(blocks.size(), to); i++) {
            String text = blocks.get(i).text;
            boolean labelled = i > 0 && AuthorLabels.is(blocks.get(i - 1).text);
            if (text.length() <= MAX_LINE && (labelled || AuthorLabels.leads(text))) {
                AuthorNames names = AuthorNames.shown(text, labelled);
                if (names.persons()) {
                    return names;
                }
                weak = weak.names().isEmpty() ? names : weak;
            }
        }
        return weak;
    }
}
