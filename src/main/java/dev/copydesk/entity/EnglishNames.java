package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the paragraphs of an English article into rows of tokens that may be names. */
final class EnglishNames {

    /** No name has more tokens; a hostile page has rows of a million capitals. */
    private static final int MAX_TOKENS = 16;

    private static final Set<String> FREE_PARTICLES = Set.of(
            "al", "el", "bin", "ibn", "bint", "abu", "abd", "von", "van", "de", "du", "da", "di", "del", "della", "dos",
            "la", "le");

    private final DocumentText document;
    private final Gazetteer gazetteer;
    private final List<Candidate> candidates = new ArrayList<>();
    private List<Token> tokens = List.of();
    private int paragraph;

    private EnglishNames(DocumentText document, Gazetteer gazetteer) {
        this.document = document;
        this.gazetteer = gazetteer;
    }

    /** The candidates of all paragraphs that are written as sentences, in order. */
    static List<Candidate> find(DocumentText document, Gazetteer gazetteer) {
        EnglishNames names = new EnglishNames(document, gazetteer);
        for (int i = 0; i < document.paragraphs().size(); i++) {
            if (document.casing(i) == Casing.SENTENCE) {
                names.paragraph(i);
            }
        }
        return names.candidates;
    }

    private void paragraph(int ordinal) {
        paragraph = ordinal;
        tokens = document.paragraphs().get(ordinal);
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            int end = at + 1;
            if (token.namey() && !isHandle(at)) {
                end = rowEnd(at);
                candidates.addAll(RowCutter.cut(document, gazetteer, paragraph, at, end));
            } else if (token.shape() == Token.Shape.LOWER) {
                Gazetteer.Match match = gazetteer.longestAt(tokens, at);
                end = match == null ? lowerStart(at) : match.end();
                if (match != null || end > at + 1) {
                    add(at, end);
                }
            }
            at = end;
        }
    }

    /** {@code al-Qaim} in the middle of a sentence; one more than {@code at} if none begins here. */
    private int lowerStart(int at) {
        boolean article = tokens.get(at).is(WordClass.PARTICLE) && isHyphen(at + 1) && nameyAt(at + 2);
        return article ? rowEnd(at + 2) : at + 1;
    }

    private int rowEnd(int from) {
        int end = matchEnd(from);
        while (end < tokens.size() && end - from < MAX_TOKENS) {
            int next = joined(from, end);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    private int matchEnd(int at) {
        Gazetteer.Match match = gazetteer.longestAt(tokens, at);
        return match == null ? at + 1 : match.end();
    }

    /** The end of the row after taking in what stands at {@code at}, or -1 if the row ends before it. */
    private int joined(int from, int at) {
        Token token = tokens.get(at);
        if (token.namey()) {
            return matchEnd(at);
        }
        if (isHyphen(at)) {
            return hyphenated(from, at);
        }
        if (token.isMark("&")) {
            return nameyAt(at + 1) ? at + 2 : -1;
        }
        if (token.shape() != Token.Shape.LOWER) {
            return -1;
        }
        return switch (token.text()) {
            case "of" -> tokens.get(at - 1).is(WordClass.OF_HEAD) ? afterArticle(at + 1) : -1;
            case "for" -> hasHead(from, at) ? afterArticle(at + 1) : -1;
            case "and" -> coordinated(from, at);
            default -> token.is(WordClass.PARTICLE) ? afterParticles(at) : -1;
        };
    }

    private int hyphenated(int from, int at) {
        Token before = tokens.get(at - 1);
        if (at + 1 >= tokens.size() || tokens.get(at + 1).spaced()) {
            return -1;
        }
        Token after = tokens.get(at + 1);
        if (after.namey()) {
            boolean two =
                    before.is(WordClass.DEMONYM) || after.is(WordClass.DEMONYM) || (isKnown(at - 1) && isKnown(at + 1));
            return two ? -1 : at + 2;
        }
        // Ban Ki-moon, Kim Jong-un; not US-led, Daesh-held.
        boolean syllable = after.shape() == Token.Shape.LOWER
                && at - 1 > from
                && after.text().length() <= 5
                && before.text().length() <= 5
                && !after.is(WordClass.HYPHEN_TAIL)
                && !isKnown(at - 1);
        return syllable ? at + 2 : -1;
    }

    private int afterArticle(int at) {
        int name = at < tokens.size() && tokens.get(at).text().equals("the") ? at + 1 : at;
        return nameyAt(name) && !tokens.get(name).is(WordClass.MONTH_DAY) ? matchEnd(name) : -1;
    }

    private int afterParticles(int at) {
        int next = at;
        while (next < tokens.size()
                && next - at < 5
                && tokens.get(next).is(WordClass.PARTICLE)
                && tokens.get(next).shape() == Token.Shape.LOWER) {
            boolean hyphen = isHyphen(next + 1);
            if (!hyphen && !FREE_PARTICLES.contains(tokens.get(next).text())) {
                return -1;
            }
            next += hyphen ? 2 : 1;
        }
        return nameyAt(next) ? next + 1 : -1;
    }

    /** {@code Ministry of Health and Welfare}, {@code Food and Drug Administration}. */
    private int coordinated(int from, int at) {
        if (!nameyAt(at + 1) || isKnown(at + 1)) {
            return -1;
        }
        boolean inside = false;
        for (int i = from; i < at; i++) {
            inside |= tokens.get(i).text().equals("of") || tokens.get(i).text().equals("for");
        }
        if (inside) {
            return at + 2;
        }
        int end = at + 1;
        while (nameyAt(end) && end - at < 5) {
            end++;
        }
        boolean headed = tokens.get(end - 1).is(WordClass.ORG_HEAD) && end - at > 2;
        return headed
                        && at - from <= 2
                        && !hasHead(from, at)
                        && !isKnown(from)
                        && !tokens.get(from).is(WordClass.FIRST_NAME)
                ? end
                : -1;
    }

    private void add(int from, int to) {
        candidates.add(new Candidate(paragraph, tokens, from, to, false));
    }

    private boolean hasHead(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is(WordClass.ORG_HEAD) || tokens.get(i).is(WordClass.OF_HEAD)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(int at) {
        Gazetteer.Match match = gazetteer.longestAt(tokens, at);
        return match != null && !match.name().weak();
    }

    private boolean isHyphen(int at) {
        return at < tokens.size()
                && tokens.get(at).isMark("-")
                && !tokens.get(at).spaced();
    }

    private boolean nameyAt(int at) {
        return at < tokens.size() && tokens.get(at).namey();
    }

    private boolean isHandle(int at) {
        return at > 0
                && !tokens.get(at).spaced()
                && (tokens.get(at - 1).isMark("@") || tokens.get(at - 1).isMark("#"));
    }
}
