package dev.copydesk.article.dump;

import dev.copydesk.article.dump.BodyFinder.Stretch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline: a short line above the text that the first line, the address or the text itself repeats, that is
 * set apart, and that a byline or date follows. The first line of some dumps is the page's title or only a slug of it.
 */
final class TitleFinder {

    /**
     * The headline.
     *
     * @param line where it stands, or -1 when it was taken out of another line
     * @param certain whether the address or the first line says the same
     */
    record Title(String text, int line, boolean certain) {}

    private static final int LONGEST = 250;
    private static final int NEAR_TEXT = 8;
    private static final int LONGEST_OPENING = 600;
    private static final int MOST_WORDS = 35;
    private static final int INTO_THE_TEXT = 4;
    private static final int CERTAIN_INTO_THE_TEXT = 15;
    private static final int MOST_CANDIDATES = 400;
    private static final int FEWEST_CERTAIN_WORDS = 4;
    private static final double CERTAIN_LIKENESS = 0.6;
    private static final double LEAST = 2.5;

    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)] ");

    private final List<TextLine> lines;
    private final DumpLayout layout;
    private final Stretch stretch;
    private final Set<String> slug;
    private final Set<String> textTokens = new HashSet<>();
    private final String opening;
    private final @Nullable String host;
    private final String site;

    private TitleFinder(DumpPage page, Stretch stretch, @Nullable String site, @Nullable String url) {
        this.site = site == null ? "" : TextLine.plain(site).replace(" ", "");
        this.lines = page.lines();
        this.layout = page.layout();
        this.stretch = stretch;
        this.slug = Tokens.slug(url);
        this.host = Tokens.hostName(url);
        for (int i = stretch.from(); i < Math.min(stretch.to(), stretch.from() + 12); i++) {
            if (lines.get(i).paragraph()) {
                textTokens.addAll(lines.get(i).tokens());
            }
        }
        this.opening = lines.isEmpty() || lines.get(0).repeats() > 2
                ? ""
                : beginning(lines.get(0).squashed());
    }

    static @Nullable Title find(DumpPage page, Stretch stretch, @Nullable String site, @Nullable String url) {
        TitleFinder finder = new TitleFinder(page, stretch, site, url);
        int best = -1;
        double bestScore = LEAST;
        int usual = Math.min(finder.lines.size(), stretch.from() + INTO_THE_TEXT);
        for (int i = Math.max(0, usual - MOST_CANDIDATES); i < finder.lines.size(); i++) {
            boolean placed = i < usual
                    || ((i < stretch.from() + CERTAIN_INTO_THE_TEXT || i >= stretch.to()) && finder.certain(i));
            double score = placed && finder.candidate(i) ? finder.score(i) : 0;
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best >= 0
                ? new Title(finder.lines.get(best).text(), best, finder.certain(best))
                : finder.fromFirstLine();
    }

    private boolean candidate(int at) {
        TextLine line = lines.get(at);
        boolean pageTitle = at == 0 && PageTitle.suffixed(line.text());
        return line.text().length() <= LONGEST
                && line.words() >= 1
                && line.words() <= MOST_WORDS
                && line.squashed().length() >= 5
                && !pageTitle
                && !slugLine(at)
                && candidateWords(line);
    }

    private static String beginning(String squashed) {
        return squashed.substring(0, Math.min(squashed.length(), LONGEST_OPENING));
    }

    private static boolean candidateWords(TextLine line) {
        return !line.junk() && !line.notice() && !line.headsRelated() && !line.ends();
    }

    /** Whether a line is another one's words in lower case without punctuation. */
    private boolean slugLine(int at) {
        TextLine line = lines.get(at);
        if (at > 0 || !line.text().equals(line.plain())) {
            return false;
        }
        for (int i = 1; i < Math.min(lines.size(), stretch.from() + INTO_THE_TEXT); i++) {
            TextLine other = lines.get(i);
            if (other.squashed().equals(line.squashed()) && !other.text().equals(line.text())) {
                return true;
            }
        }
        return false;
    }

    private double score(int at) {
        TextLine line = lines.get(at);
        Set<String> tokens = line.tokens();
        double score = 6 * Tokens.alike(tokens, slug);
        if (at > 0 && line.words() >= 2 && opening.contains(line.squashed())) {
            score += 3.5 + 2.5 * line.squashed().length() / opening.length();
        }
        if (layout.indentedText() && line.line().indent() == 0) {
            score += 2;
        }
        boolean spaced = line.line().blanksBefore() > 0
                && (at + 1 >= lines.size() || lines.get(at + 1).line().blanksBefore() > 0);
        score += spaced ? 1 : 0;
        score += followedByCredits(at) ? 1.5 : 0;
        score += tokens.isEmpty() ? 0 : 2.5 * Tokens.shared(tokens, textTokens) / tokens.size();
        score += line.repeats() == 2 || line.repeats() == 3 ? 0.5 : 0;
        score -= Math.min(3, 0.08 * Math.abs(stretch.from() - at));
        if (at > 0 && line.words() >= 2 && opening.startsWith(line.squashed())) {
            score += 2;
        }
        score -= line.paragraph() ? 4 : 0;
        score -= NUMBERED.matcher(line.text()).lookingAt() && !opening.contains(line.squashed()) ? 2.5 : 0;
        score -= line.text().contains(" » ")
                        || line.text().contains(" > ")
                        || line.text().contains(" › ")
                ? 3
                : 0;
        score -= line.repeats() > 3 || line.squashed().equals(site) ? 4 : 0;
        score -= line.squashed().equals(host) || line.squashed().equals(host + "com") ? 4 : 0;
        score -= line.text().endsWith(".") ? 1.5 : 0;
        score -= line.line().bullet() ? 2 : 0;
        score -= line.words() < 3 ? 1.5 : 0;
        score -= at > stretch.from() ? 1 : 0;
        score -= line.dated() || line.credited() || line.byline() ? 4 : 0;
        return score;
    }

    /** Whether the address or the page's title says the same as a line. */
    private boolean certain(int at) {
        TextLine line = lines.get(at);
        if (slug.size() >= FEWEST_CERTAIN_WORDS && Tokens.alike(line.tokens(), slug) >= CERTAIN_LIKENESS) {
            return true;
        }
        return at > 0
                && line.words() >= FEWEST_CERTAIN_WORDS
                && opening.contains(line.squashed())
                && line.squashed().length() * 2 > opening.length();
    }

    private boolean followedByCredits(int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 5); i++) {
            if (lines.get(i).words() <= 20
                    && (lines.get(i).dated() || lines.get(i).byline())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Title fromFirstLine() {
        if (layout.indentedText()
                || lines.isEmpty()
                || lines.get(0).words() > MOST_WORDS
                || stretch.from() == 0
                || !candidateWords(lines.get(0))) {
            return null;
        }
        String title = PageTitle.headline(lines.get(0).text());
        boolean whole = title.equals(lines.get(0).text());
        return title.length() < 5 ? null : new Title(title, whole && stretch.from() <= NEAR_TEXT ? 0 : -1, false);
    }
}
