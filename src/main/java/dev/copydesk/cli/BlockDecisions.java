package dev.copydesk.cli;

import dev.copydesk.article.BlockDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How {@code extract --explain} shows what was decided about each block of a page. */
final class BlockDecisions {

    private static final int SHOWN = 60;
    private static final String ROW = "%5s  %-9s  %5s  %-26s  %5s  %5s  %-24s  %s";

    private BlockDecisions() {}

    /** A header and a line a block, not yet made safe for a terminal. */
    static List<String> table(List<BlockDecision> decisions) {
        if (decisions.isEmpty()) {
            return List.of("explanation: none, as only HTML pages are judged block by block");
        }
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("block", "became", "score", "by", "words", "links", "element", "text"));
        for (BlockDecision decision : decisions) {
            String by = decision.reason() + (decision.roles().isEmpty() ? "" : " (" + decision.roles() + ")");
            lines.add(ROW.formatted(
                    decision.block(),
                    became(decision),
                    String.format(Locale.ROOT, "%.2f", decision.score()),
                    Printable.of(by, 26),
                    decision.words(),
                    String.format(Locale.ROOT, "%.0f%%", decision.linkDensity() * 100),
                    Printable.of(decision.element(), 24),
                    Printable.of(decision.text(), SHOWN)));
        }
        return lines;
    }

    /** A list of objects for the JSON of a document. */
    static List<Map<String, Object>> json(List<BlockDecision> decisions) {
        return decisions.stream().map(BlockDecisions::json).toList();
    }

    private static Map<String, Object> json(BlockDecision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("block", decision.block());
        json.put("became", became(decision));
        json.put("score", Math.round(decision.score() * 1000) / 1000.0);
        json.put("reason", decision.reason());
        json.put("roles", decision.roles());
        json.put("words", decision.words());
        json.put("link_density", Math.round(decision.linkDensity() * 1000) / 1000.0);
        json.put("element", decision.element());
        json.put("text", decision.text());
        return json;
    }

    private static String became(BlockDecision decision) {
        return decision.kind() == null ? "dropped" : decision.kind().label();
    }
}
