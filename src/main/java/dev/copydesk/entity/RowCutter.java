package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a row of capitalised English words at what is no part of a name: titles, days, ordinary words at the beginning of
 * a sentence, and nationalities that only qualify a name.
 */
final class RowCutter {

    private static final Set<String> COMPASS =
            Set.of("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central");

    private final DocumentText document;
    private final Gazetteer gazetteer;
    private final int paragraph;
    private final List<Token> tokens;
    private final int to;
    private final List<Candidate> candidates = new ArrayList<>();

    private RowCutter(DocumentText document, Gazetteer gazetteer, int paragraph, int to) {
        this.document = document;
        this.gazetteer = gazetteer;
        this.paragraph = paragraph;
        this.tokens = document.paragraphs().get(paragraph);
        this.to = to;
    }

    static List<Candidate> cut(DocumentText document, Gazetteer gazetteer, int paragraph, int from, int to) {
        RowCutter cutter = new RowCutter(document, gazetteer, paragraph, to);
        cutter.cut(from);
        return cutter.candidates;
    }

    private void cut(int from) {
        int start = from;
        int at = from;
        while (at < to) {
            Token token = tokens.get(at);
            Gazetteer.Match match = gazetteer.longestAt(tokens, at);
            if (match != null && !match.name().weak() && match.end() <= to) {
                boolean alone = at == start && standsAlone(match);
                if (alone) {
                    add(at, match.end(), false);
                }
                at = match.end();
                start = alone ? at : start;
            } else if (token.is(WordClass.MONTH_DAY) || isFunctionWord(token) || isTitle(start, at)) {
                flush(start, at);
                start = ++at;
            } else if (isNationality(token)) {
                boolean compass =
                        at == start + 1 && COMPASS.contains(tokens.get(start).folded());
                if (!compass) {
                    flush(start, at);
                    start = at;
                }
                at++;
                if (!headed(at)) {
                    add(start, at, false);
                    start = at;
                }
            } else {
                at++;
            }
        }
        flush(start, to);
    }

    /** Whether a known name at a row's beginning is a name apart from what follows. */
    private boolean standsAlone(Gazetteer.Match match) {
        int rest = match.end();
        if (rest >= to
                || !tokens.get(rest).namey()
                || headed(rest)
                || !tokens.get(rest).spaced()) {
            return false;
        }
        Token next = tokens.get(rest);
        return match.name().type() == EntityType.ORGANIZATION
                || next.is(WordClass.FIRST_NAME)
                || next.is(WordClass.TITLE)
                || next.is(WordClass.MONTH_DAY);
    }

    /** Whether the rest of the row ends in the head word of an organisation, place or event, or has one before "of". */
    private boolean headed(int from) {
        if (from >= to) {
            return false;
        }
        Token last = tokens.get(to - 1);
        if (last.is(WordClass.ORG_HEAD) || last.is(WordClass.EVENT_HEAD) || last.is(WordClass.LOCATION_HEAD)) {
            return !last.is(WordClass.TITLE);
        }
        for (int i = from; i + 1 < to; i++) {
            String next = tokens.get(i + 1).text();
            if ((next.equals("of") || next.equals("for")) && !tokens.get(i).is(WordClass.TITLE)) {
                return true;
            }
        }
        return false;
    }

    /** A title before a name or alone; {@code Stephen King} and {@code General Motors} keep theirs. */
    private boolean isTitle(int start, int at) {
        Token token = tokens.get(at);
        if (!token.is(WordClass.TITLE)) {
            return false;
        }
        boolean last = at + 1 == to;
        if (last) {
            return at == start || !tokens.get(at - 1).is(WordClass.FIRST_NAME);
        }
        return !(at + 2 == to && tokens.get(at + 1).is(WordClass.ORG_HEAD));
    }

    private static boolean isNationality(Token token) {
        return token.is(WordClass.DEMONYM) || token.is(WordClass.RELIGION);
    }

    private static boolean isFunctionWord(Token token) {
        return token.is(WordClass.FUNCTION)
                && (token.shape() == Token.Shape.CAPITALISED
                        || (token.folded().length() == 1 && !token.text().endsWith(".")));
    }

    private void flush(int from, int end) {
        int start = from;
        while (start < end && !tokens.get(start).isWord()) {
            start++;
        }
        int stop = end;
        while (stop > start && !tokens.get(stop - 1).namey() && !isSyllable(stop - 1)) {
            stop--;
        }
        boolean known = start < stop && isKnown(start);
        while (stop - start > 1 && !known && isOrdinary(start) && !headedBetween(start, stop)) {
            start++;
            while (start < stop && !tokens.get(start).isWord()) {
                start++;
            }
            known = start < stop && isKnown(start);
        }
        if (start == stop || (!known && stop - start == 1 && isNoName(tokens.get(start), stop))) {
            return;
        }
        boolean doubtful = !known && stop - start == 1 && tokens.get(start).opensSentence();
        add(start, stop, doubtful);
    }

    private boolean isSyllable(int at) {
        return at > 1
                && tokens.get(at).shape() == Token.Shape.LOWER
                && tokens.get(at - 1).isMark("-");
    }

    private boolean isOrdinary(int at) {
        Token token = tokens.get(at);
        return token.shape() == Token.Shape.CAPITALISED
                && token.opensSentence()
                && !token.is(WordClass.FIRST_NAME)
                && (token.is(WordClass.COMMON) || token.is(WordClass.PERSON_ROLE) || document.alsoInLowerCase(token));
    }

    private boolean headedBetween(int start, int stop) {
        Token last = tokens.get(stop - 1);
        return last.is(WordClass.ORG_HEAD) && stop - start >= 2;
    }

    private boolean isNoName(Token token, int next) {
        if (token.is(WordClass.COMMON) || token.is(WordClass.FUNCTION) || token.shape() == Token.Shape.INITIAL) {
            return true;
        }
        boolean qualifiesTitle = next < tokens.size()
                && tokens.get(next).namey()
                && tokens.get(next).is(WordClass.TITLE)
                && !token.is(WordClass.ORG_HEAD);
        boolean ordinary = token.opensSentence() && document.alsoInLowerCase(token);
        return ordinary
                || (qualifiesTitle && token.shape() == Token.Shape.CAPITALISED && document.alsoInLowerCase(token));
    }

    private boolean isKnown(int at) {
        Gazetteer.Match match = gazetteer.longestAt(tokens, at);
        return match != null && !match.name().weak();
    }

    private void add(int start, int end, boolean doubtful) {
        candidates.add(new Candidate(paragraph, tokens, start, end, doubtful));
    }
}
