package dev.copydesk.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus' text format 0.0.4 (prometheus.io, "Exposition formats"), as far as the node exporter's textfile
 * collector takes it: each family has one HELP, one TYPE and its samples behind them, no timestamps, no sample twice.
 */
final class PrometheusText {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (?:[^\\\\]|\\\\\\\\|\\\\n)*");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|summary|histogram|untyped)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\]|\\\\[\\\\n\"])*\"";
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")((?:\\{" + LABEL + "(?:," + LABEL + ")*\\})?)"
            + " ([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|Inf)|NaN)");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();

    private PrometheusText() {}

    /** @throws IllegalArgumentException naming the first line that breaks the format */
    static PrometheusText read(String text) {
        PrometheusText read = new PrometheusText();
        Set<String> helped = new HashSet<>();
        String family = "";
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the last line has no end");
        }
        for (String line : text.lines().toList()) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches() && helped.add(help.group(1))) {
                family = help.group(1);
            } else if (type.matches()
                    && type.group(1).equals(family)
                    && read.types.put(family, type.group(2)) == null) {
                family = type.group(1);
            } else if (!sample.matches()
                    || !read.types.containsKey(family)
                    || !sample.group(1).matches(Pattern.quote(family) + "(_sum|_count|_bucket)?")
                    || (read.types.get(family).equals("counter") && !family.endsWith("_total"))
                    || read.samples.put(
                                    sample.group(1) + sample.group(2),
                                    Double.valueOf(sample.group(3).replace("Inf", "Infinity")))
                            != null) {
                throw new IllegalArgumentException(line);
            }
        }
        return read;
    }

    /** Names of the metric families. */
    Set<String> families() {
        return new LinkedHashSet<>(types.keySet());
    }

    /** Values by name and labels, as they stand in the text. */
    Map<String, Double> samples() {
        return samples;
    }
}
