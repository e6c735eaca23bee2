package dev.copydesk.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How standard error is written, by {@code COPYDESK_LOG_FORMAT}: lines for people, which is the default, or an event in JSON
 * on each line. {@code logback.xml} goes by the properties that are set here.
 */
final class LogFormat {

    private static final String VARIABLE = "COPYDESK_LOG_FORMAT";

    private LogFormat() {}

    /**
     * Sets it up; to be called before anything is logged.
     *
     * @return what is wrong with the variable, or null
     */
    static @Nullable String choose(Map<String, String> environment) {
        String wanted = environment.getOrDefault(VARIABLE, "text");
        String structure = switch (wanted) {
            case "text", "" -> null;
            case "json", "ecs" -> "ecs";
            case "logstash", "gelf" -> wanted;
            default -> "";
        };
        if (structure == null) {
            return null;
        }
        if (structure.isEmpty()) {
            return VARIABLE + " is '" + wanted + "'; it may be text, json (the same as ecs), ecs, logstash or gelf";
        }
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // Spring's classes log while the encoder is set up
        System.setProperty("copydesk.log.appender", "json");
        System.setProperty("copydesk.log.structure", structure);
        System.setProperty("copydesk.log.level", "info");
        System.setProperty("copydesk.log.events", "info");
        return null;
    }

    static boolean isJson() {
        return System.getProperty("copydesk.log.structure") != null;
    }

    /** Where commands write what people are to read beside their output. */
    static PrintWriter standardError() {
        return isJson()
                ? new PrintWriter(new LoggedLines(), true)
                : new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    }
}
