package dev.copydesk.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** An array of flat objects, one a line, printed as they come. */
final class JsonRows {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;
    private boolean first = true;

    JsonRows(PrintWriter out) {
        this.out = out;
    }

    void row(List<String> names, List<? extends @Nullable Object> values) {
        out.print(first ? "[" : ",\n ");
        out.print(object(names, values));
        first = false;
    }

    /** One object on one line. */
    static String object(List<String> names, List<? extends @Nullable Object> values) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), values.get(i));
        }
        return JSON.writeValueAsString(object);
    }

    void end() {
        out.println(first ? "[]" : "]");
    }
}
