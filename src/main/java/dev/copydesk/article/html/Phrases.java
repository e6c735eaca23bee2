package dev.copydesk.article.html;

import java.util.Locale;
import java.util.Set;

/** Set phrases of news pages in the languages that news pages are written in; none is a site's own. */
final class Phrases {

    private static final int LONGEST = 60;

    private static final Set<String> RELATED_HEADINGS = Set.copyOf(WordList.lines("related-headings.txt"));

    private static final Openings RELATED_OPENINGS = Openings.ofWords(WordList.lines("related-openings.txt"));

    private static final Set<String> READ_ALSO = Set.copyOf(WordList.lines("read-also.txt"));

    private static final Openings READ_ALSO_OPENINGS = Openings.of(WordList.lines("read-also.txt"));

    private static final Set<String> NOISE = Set.copyOf(WordList.lines("furniture.txt"));

    private Phrases() {}

    /** Whether a heading announces links to other articles. */
    static boolean isRelatedHeading(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String key = key(text);
        return RELATED_HEADINGS.contains(key) || RELATED_OPENINGS.open(key);
    }

    /** Whether a line points to another article: {@code Read also: …}. */
    static boolean isReadAlso(String text) {
        int end = -1;
        int limit = Math.min(text.length(), 32);
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '：' || c == '|' || c == '–' || c == '>' || c == '→' || c == '»') {
                end = i;
                break;
            }
        }
        String phrase = end > 0 ? text.substring(0, end) : text;
        return phrase.length() <= LONGEST && READ_ALSO.contains(key(phrase));
    }

    /** Whether a read-also phrase opens a text that may run on without a colon. */
    static boolean startsReadAlso(String text) {
        return isReadAlso(text)
                || READ_ALSO_OPENINGS.open(
                        text.substring(0, Math.min(text.length(), 32)).toLowerCase(Locale.ROOT));
    }

    /** Whether a line is a page's furniture and never prose. */
    static boolean isNoise(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        return NOISE.contains(key(text));
    }

    static boolean isCopyright(String text) {
        return text.length() < 200
                && (text.startsWith("©")
                        || text.startsWith("Copyright ")
                        || text.startsWith("(c) ")
                        || text.toLowerCase(Locale.ROOT).contains("all rights reserved"));
    }

    private static String key(String text) {
        String key = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        int end = key.length();
        while ((end > 0 && ":.!…>»→-–|".indexOf(key.charAt(end - 1)) >= 0) || (end > 0 && key.charAt(end - 1) == ' ')) {
            end--;
        }
        int start = 0;
        while (start < end && ">»→-–|•▶►+* ".indexOf(key.charAt(start)) >= 0) {
            start++;
        }
        return key.substring(start, end);
    }
}
