package dev.copydesk.cli;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The fields of a log event as {@code key=value}, quoted where a value would not be one word: named by {@code logback.xml}. */
public final class KeyValues extends ClassicConverter {

    private static final Pattern ONE_WORD = Pattern.compile("[^\\s\"=]+");

    @Override
    public String convert(ILoggingEvent event) {
        @Nullable List<KeyValuePair> fields = event.getKeyValuePairs();
        StringBuilder text = new StringBuilder();
        if (fields != null) {
            for (KeyValuePair field : fields) {
                text.append(' ').append(field.key).append('=').append(value(String.valueOf(field.value)));
            }
        }
        return text.toString();
    }

    private static String value(String value) {
        String printable = Printable.of(value);
        return ONE_WORD.matcher(printable).matches()
                ? printable
                : '"' + printable.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
