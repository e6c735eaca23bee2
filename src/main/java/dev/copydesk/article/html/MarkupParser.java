package dev.copydesk.article.html;

import dev.copydesk.document.TimeBudget;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Parses a page with time and memory in proportion to its length, whatever it holds. The parser itself sees to most of
 * that; what stands here bounds the rest.
 */
final class MarkupParser {

    /** Tags that a page may open or close; real pages stay below a tenth of it. A parsed tag costs about 300 bytes. */
    static final int MAX_TAGS = 400_000;

    /**
     * Levels of nesting that are kept apart; what is nested deeper is parsed as if it stood at this level. The parser looks
     * through all of them again and again.
     */
    private static final int MAX_DEPTH = 400;

    /**
     * Elements of a page are counted while it is parsed if it has more tags than this. Formatting that is left open is
     * opened again in each block that follows (HTML Standard, section 13.2.4.3, "reconstruct the active formatting
     * elements"), a dozen elements for one tag.
     */
    private static final int FEW_TAGS = 20_000;

    /** The parser takes a tag's name in pieces and copies what it has of it for each. */
    static final int MAX_TAG_NAME = 20_000;

    private MarkupParser() {}

    static Document parse(String html, String baseUri) throws MarkupException {
        int tags = tags(html);
        try {
            return tags <= FEW_TAGS ? parser().parseInput(timed(html), baseUri) : counted(html, baseUri);
        } catch (TimeBudget.PassedException e) {
            throw e;
        } catch (RuntimeException e) {
            // jsoup 1.24.1 loses count of open formatting that it cuts off where the depth ends
            throw new MarkupException("MARKUP_BROKEN", "the page's tags are nested in a way that cannot be untangled");
        }
    }

    private static int tags(String html) throws MarkupException {
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
            if (++tags > MAX_TAGS) {
                throw tooDense("tags");
            }
            if (nameLength(html, i + 1) > MAX_TAG_NAME) {
                throw new MarkupException(
                        "MARKUP_BROKEN", "the page has a tag whose name is longer than %,d".formatted(MAX_TAG_NAME));
            }
        }
        return tags;
    }

    /** How long the name of a tag is, at most one more than it may be. */
    private static int nameLength(String html, int start) {
        int end = Math.min(html.length(), start + MAX_TAG_NAME + 1);
        int i = start;
        while (i < end) {
            char c = html.charAt(i);
            if (c <= ' ' || c == '>' || (c == '/' && i > start)) {
                break;
            }
            i++;
        }
        return i - start;
    }

    static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    }

    private static Document counted(String html, String baseUri) throws MarkupException {
        try (StreamParser stream = new StreamParser(parser()).parse(timed(html), baseUri)) {
            int elements = 0;
            for (Iterator<Element> each = stream.iterator(); each.hasNext(); each.next()) {
                if (++elements > MAX_TAGS) {
                    throw tooDense("elements");
                }
            }
            return stream.document();
        }
    }

    /** The parser takes its input in pieces, and with each looks at the time that is left. */
    private static Reader timed(String html) {
        return new FilterReader(new StringReader(html)) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                TimeBudget.check();
                return super.read(buffer, offset, length);
            }
        };
    }

    private static MarkupException tooDense(String what) {
        return new MarkupException("MARKUP_TOO_DENSE", "the page has more than %,d %s".formatted(MAX_TAGS, what));
    }
}
