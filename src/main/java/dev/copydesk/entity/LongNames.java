package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mends names that were found in parts: long ones of organisations, such as {@code Syrian Observatory for Human Rights}, and
 * known names of several words.
 */
final class LongNames {

    private static final Set<String> JOINS = Set.of("for", "of");
    private static final int MAX_GAP = 2;

    private LongNames() {}

    /** The spans, where a word that heads names of organisations is followed by {@code for} or {@code of} and another span. */
    static List<NameSpan> joined(DocumentText document, List<NameSpan> spans) {
        List<NameSpan> joined = new ArrayList<>();
        for (NameSpan span : spans) {
            NameSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && belongs(document, last, span)) {
                joined.set(
                        joined.size() - 1,
                        new NameSpan(last.paragraph(), last.from(), span.to(), EntityType.ORGANIZATION));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** The spans, where a known name of several words takes the place of those within it. */
    static List<NameSpan> known(DocumentText document, Gazetteer gazetteer, List<NameSpan> spans) {
        List<NameSpan> result = new ArrayList<>();
        int at = 0;
        for (int paragraph = 0; paragraph < document.paragraphs().size(); paragraph++) {
            List<NameSpan> its = new ArrayList<>();
            while (at < spans.size() && spans.get(at).paragraph() == paragraph) {
                its.add(spans.get(at++));
            }
            List<Token> tokens = document.paragraphs().get(paragraph);
            for (int i = 0; i < its.size(); i++) {
                NameSpan span = its.get(i);
                Gazetteer.Match match = gazetteer.longestAt(tokens, span.from());
                if (match != null && !match.name().weak() && match.end() > span.to()) {
                    int end = match.end();
                    its.set(
                            i,
                            new NameSpan(
                                    paragraph, span.from(), end, match.name().type()));
                    its.removeIf(other -> other.from() > span.from() && other.from() < end);
                }
            }
            result.addAll(its);
        }
        return result;
    }

    private static boolean belongs(DocumentText document, NameSpan head, NameSpan rest) {
        int gap = rest.from() - head.to();
        if (head.paragraph() != rest.paragraph()
                || head.type() != EntityType.ORGANIZATION
                || gap < 1
                || gap > MAX_GAP) {
            return false;
        }
        List<Token> tokens = document.paragraphs().get(head.paragraph());
        String join = tokens.get(head.to()).text();
        boolean the = gap == 1 || tokens.get(head.to() + 1).text().equals("the");
        boolean isPart = join.equals("for") || rest.type() != EntityType.PERSON;
        return JOINS.contains(join)
                && the
                && isPart
                && tokens.get(head.to() - 1).is(WordClass.ORG_HEAD);
    }
}
