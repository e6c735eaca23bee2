package dev.copydesk.article.html;

import dev.copydesk.article.Byline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that one source gives for an article's authors.
 *
 * @param names clean, in order, none twice
 * @param persons whether they read like names of persons, rather than of a desk, a user or an organisation
 */
record AuthorNames(List<String> names, boolean persons) {

    static final AuthorNames NONE = new AuthorNames(List.of(), false);

    private static final int MAX_NAME = 60;
    private static final int MAX_DECLARED_WORDS = 5;
    private static final int MAX_SHOWN_WORDS = 3;
    private static final Set<String> JOINERS =
            Set.of(",", "&", "and", "und", "et", "y", "e", "en", "och", "og", "i", "и", "/", ";", "|", "with", "mit");
    private static final Set<String> INVITATIONS = Set.of("about", "meet", "über");
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

    /** Values that a page declares: names by their place, even if they do not look like a person's. */
    static AuthorNames declared(List<String> values) {
        Map<String, String> names = new LinkedHashMap<>();
        boolean anyPerson = false;
        for (String value : values) {
            if (value.contains("://") || value.length() > 500) {
                continue;
            }
            List<String> persons = Byline.names(once(value));
            String raw = once(AuthorLabels.without(once(value)));
            boolean cut = persons.size() == 1 && persons.get(0).length() * 10 < raw.length() * 6 && !isList(raw);
            if ((persons.isEmpty() || cut) && isNameLike(raw, MAX_DECLARED_WORDS)) {
                persons = List.of(raw);
            }
            anyPerson |= persons.stream().anyMatch(name -> !Byline.namesADesk(name) && !isLogin(name));
            persons.forEach(name -> names.putIfAbsent(TextShape.loose(name), name));
        }
        return new AuthorNames(List.copyOf(names.values()), anyPerson);
    }

    /**
     * A byline that a page shows.
     *
     * @param shown its text, with a line feed where an element within it ends or begins
     * @param named whether it holds nothing but the name, so that a single word is one
     */
    static AuthorNames shown(String shown, boolean named) {
        List<String> names = new ArrayList<>();
        boolean labelled = false;
        boolean joined = false;
        String single = null;
        for (String part : shown.split("\n", -1)) {
            String text = once(part.strip());
            if (AuthorLabels.is(text) && names.isEmpty()) {
                labelled = true;
                continue;
            }
            if (JOINERS.contains(text.toLowerCase(Locale.ROOT))) {
                joined = !names.isEmpty();
                continue;
            }
            if (!names.isEmpty() && !joined && !opensWithJoiner(text)) {
                break;
            }
            String said = named ? withoutInvitation(text) : text;
            List<String> persons = Byline.names(said);
            String raw = AuthorLabels.without(said);
            boolean fits = named || labelled || AuthorLabels.leads(text) || shown.equals(part);
            if (persons.isEmpty() && single == null && names.isEmpty() && fits && isNameLike(raw, MAX_SHOWN_WORDS)) {
                single = raw;
            }
            persons.stream().filter(name -> !names.contains(name)).forEach(names::add);
            joined = text.endsWith(",") || text.endsWith("&") || text.endsWith(" and") || text.endsWith(" und");
        }
        if (names.isEmpty() && shown.indexOf('\n') > 0) {
            names.addAll(Byline.names(shown.replace('\n', ' '))); // first and last name may be two elements
        }
        if (!names.isEmpty()) {
            return new AuthorNames(List.copyOf(names), true);
        }
        return single == null ? NONE : new AuthorNames(List.of(single), false);
    }

    /** What a link to an author's page may say ahead of the name. */
    private static String withoutInvitation(String text) {
        int space = text.indexOf(' ');
        return space > 0 && INVITATIONS.contains(text.substring(0, space).toLowerCase(Locale.ROOT))
                ? text.substring(space + 1)
                : text;
    }

    private static boolean opensWithJoiner(String text) {
        int space = text.indexOf(' ');
        return (!text.isEmpty() && JOINERS.contains(text.substring(0, 1)) && !Character.isLetter(text.charAt(0)))
                || (space > 0 && JOINERS.contains(text.substring(0, space).toLowerCase(Locale.ROOT)));
    }

    /** {@code jane.doe}, {@code jdoe1}: what somebody logs in with. */
    private static boolean isLogin(String name) {
        return name.indexOf(' ') < 0 && (name.indexOf('.') > 0 || name.indexOf('_') > 0 || name.matches("[a-z0-9-]+"));
    }

    private static boolean isList(String text) {
        return text.contains(",") || text.contains(";") || text.contains("|") || text.contains("&");
    }

    private static boolean isNameLike(String text, int maxWords) {
        return text.length() >= 2
                && text.length() <= MAX_NAME
                && TextShape.words(text) <= maxWords
                && Character.isLetter(text.codePointAt(0))
                && (text.indexOf(' ') < 0 || !Character.isLowerCase(text.codePointAt(0)))
                && text.indexOf('@') < 0
                && !isList(text)
                && text.indexOf('/') < 0
                && !text.endsWith(":")
                && !NOBODY.contains(TextShape.loose(text))
                && !Phrases.isNoise(text);
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
