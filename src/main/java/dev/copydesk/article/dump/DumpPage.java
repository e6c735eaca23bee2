package dev.copydesk.article.dump;

import dev.copydesk.article.Language;
import dev.copydesk.document.TimeBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dump as lines with their measures.
 *
 * @param language of the longest lines, or null
 */
record DumpPage(
        List<TextLine> lines, DumpLayout layout, @Nullable String language) {

    private static final int SAMPLED_LINES = 25;

    static DumpPage of(String text) {
        DumpLines dump = DumpLines.of(text);
        List<DumpLine> lines = dump.all();
        String language = Language.detect(sample(lines));
        Set<String> functionWords = Language.functionWords(language);
        List<String> plain = new ArrayList<>(lines.size());
        Map<String, Integer> counts = new HashMap<>();
        for (DumpLine line : lines) {
            String bare = TextLine.plain(line.text());
            plain.add(bare);
            counts.merge(bare, 1, Integer::sum);
        }
        List<TextLine> measured = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TimeBudget.check();
            measured.add(TextLine.of(lines.get(i), plain.get(i), counts.getOrDefault(plain.get(i), 1), functionWords));
        }
        return new DumpPage(measured, dump.layout(), language);
    }

    /** The longest lines are the ones most likely to be running text. */
    private static String sample(List<DumpLine> lines) {
        List<DumpLine> longest = lines.stream()
                .sorted(Comparator.comparingInt((DumpLine line) -> -line.text().length()))
                .limit(SAMPLED_LINES)
                .toList();
        StringBuilder sample = new StringBuilder();
        longest.forEach(
                line -> sample.append(line.text(), 0, Math.min(line.text().length(), 600))
                        .append('\n'));
        return sample.toString();
    }
}
