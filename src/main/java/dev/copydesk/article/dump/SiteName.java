package dev.copydesk.article.dump;

import dev.copydesk.article.dump.BodyFinder.Stretch;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The site's name: what the page title ends in, the line that says the same as the host, a masthead that stands above
 * the text again and again, or who claims the rights below it.
 */
final class SiteName {

    private static final Pattern RIGHTS = Pattern.compile(
            "(?i)(?:©|\\(c\\)|copyright|all rights reserved to)[\\s©,]*(?:\\d{4}(?: ?[-–] ?\\d{4})?)?[\\s©,.]*(?:by )?(\\p{Lu}[^.|©,•]{2,40})");
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_REPEATS = 3;

    private final List<TextLine> lines;
    private final Stretch stretch;
    private final @Nullable String host;

    SiteName(DumpPage page, Stretch stretch, @Nullable String url) {
        this.lines = page.lines();
        this.stretch = stretch;
        this.host = Tokens.hostName(url);
    }

    @Nullable
    String find() {
        boolean titled = !lines.isEmpty() && !lines.get(0).text().startsWith("#");
        String suffix = titled ? PageTitle.site(lines.get(0).text()) : null;
        if (suffix != null
                && suffix.split(" ", -1).length <= MOST_WORDS
                && !lines.get(0).paragraph()) {
            return suffix;
        }
        String named = likeHost();
        if (named == null) {
            named = masthead();
        }
        return named != null ? named : rights();
    }

    /** Whether the page's mastheads say this name. */
    boolean known(String name) {
        String squashed = TextLine.plain(name).replace(" ", "");
        if (squashed.length() < 4) {
            return false;
        }
        if (squashed.equals(host) || (!lines.isEmpty() && endsWith(lines.get(0), squashed))) {
            return true;
        }
        for (TextLine line : lines) {
            if (line.repeats() >= 2
                    && line.words() <= MOST_WORDS
                    && line.squashed().contains(squashed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(TextLine line, String squashed) {
        return line.squashed().endsWith(squashed) && line.squashed().length() > squashed.length();
    }

    private @Nullable String likeHost() {
        if (host == null || host.length() < 3) {
            return null;
        }
        String best = null;
        for (TextLine line : lines) {
            boolean says = line.words() <= MOST_WORDS
                    && (line.squashed().equals(host) || line.squashed().equals("the" + host));
            if (says && (best == null || better(line.text(), best))) {
                best = line.text();
            }
        }
        return best;
    }

    private @Nullable String masthead() {
        for (int i = 0; i < Math.min(stretch.from(), lines.size()); i++) {
            TextLine line = lines.get(i);
            boolean masthead = line.repeats() >= FEWEST_REPEATS
                    && line.words() <= MOST_WORDS
                    && line.squashed().length() >= 4
                    && !line.line().bullet()
                    && !line.sentenceEnd()
                    && !line.junk()
                    && !line.headsRelated()
                    && !line.ends();
            if (masthead && i <= 12 && !digits(line)) {
                return readable(line.text());
            }
        }
        return null;
    }

    private @Nullable String rights() {
        for (int i = lines.size() - 1; i >= stretch.to(); i--) {
            TextLine line = lines.get(i);
            Matcher rights = line.text().length() > 300 ? null : RIGHTS.matcher(line.text());
            if (rights != null && rights.find()) {
                String name = rights.group(1)
                        .replaceFirst("(?i)[\\s\\-–]*(?:all rights reserved.*|inc|ltd|llc|gmbh|\\d{4}.*)$", "")
                        .strip();
                return name.length() < 3 || name.toLowerCase(Locale.ROOT).startsWith("all rights") ? null : name;
            }
        }
        return null;
    }

    /** Of variants such as {@code Emiratesvoice, emirates voice} the one with most words, in capitals where it has none. */
    private static String readable(String text) {
        String best = "";
        for (String variant : text.split("\\s*[,|]\\s*", -1)) {
            best = best.isEmpty() || better(variant, best) ? variant : best;
        }
        return best;
    }

    private static boolean better(String one, String other) {
        if (one.isEmpty()) {
            return false;
        }
        int words = one.split(" ", -1).length - other.split(" ", -1).length;
        boolean capitals = Character.isUpperCase(one.codePointAt(0)) && !Character.isUpperCase(other.codePointAt(0));
        boolean shouting = other.equals(other.toUpperCase(Locale.ROOT));
        return words > 0 || (words == 0 && (capitals || (shouting && !one.equals(other))));
    }

    private static boolean digits(TextLine line) {
        return line.plain().chars().anyMatch(Character::isDigit);
    }
}
