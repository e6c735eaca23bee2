package dev.copydesk.article.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON-LD as pages carry it: with trailing commas, comments, raw line feeds, HTML comment wrappers, unescaped quotes,
 * several values in one script. Of what stays unreadable the plain fields of an article are kept.
 */
final class JsonLd {

    private static final int MAX_NODES = 20_000;
    private static final int MAX_SALVAGED = 100_000;
    private static final Pattern FIELD = Pattern.compile(
            "\"(headline|datePublished|dateModified|dateCreated)\"\\s{0,20}:\\s{0,20}\"([^\"\\\\]{1,300})\"");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    private JsonLd() {}

    /** Every object of the scripts, nested ones included, outer ones ahead of inner ones. */
    static List<JsonNode> objects(List<String> scripts) {
        List<JsonNode> objects = new ArrayList<>();
        Deque<JsonNode> waiting = new ArrayDeque<>();
        for (String script : scripts) {
            waiting.addAll(values(script));
            int seen = 0;
            while (!waiting.isEmpty() && seen++ < MAX_NODES) {
                JsonNode node = waiting.removeFirst();
                if (node.isObject()) {
                    objects.add(node);
                }
                for (JsonNode child : node.values()) {
                    if (child.isContainer()) {
                        waiting.addLast(child);
                    }
                }
            }
            waiting.clear();
        }
        return objects;
    }

    private static List<JsonNode> values(String script) {
        String json = unwrapped(script);
        List<JsonNode> values = new ArrayList<>();
        if (json.isEmpty() || read(json, values)) {
            return values;
        }
        List<JsonNode> repaired = new ArrayList<>();
        if (read(withQuotesEscaped(json), repaired) || !values.isEmpty() || !repaired.isEmpty()) {
            return repaired.size() >= values.size() ? repaired : values;
        }
        return salvaged(json);
    }

    /** The fields that a script which is no JSON still shows, as one article; none when it names no type of article. */
    private static List<JsonNode> salvaged(String script) {
        if (!script.contains("Article\"") && !script.contains("BlogPosting\"")) {
            return List.of();
        }
        ObjectNode article = MAPPER.createObjectNode();
        Matcher field = FIELD.matcher(script.substring(0, Math.min(script.length(), MAX_SALVAGED)));
        while (field.find()) {
            if (!article.has(field.group(1))) {
                article.put(field.group(1), field.group(2));
            }
        }
        return article.isEmpty() ? List.of() : List.of(article.put("@type", "Article"));
    }

    /** Adds the values that can be read; false when something behind them cannot. */
    private static boolean read(String json, List<JsonNode> values) {
        try (MappingIterator<JsonNode> each = MAPPER.readerFor(JsonNode.class).readValues(json)) {
            while (each.hasNextValue()) {
                values.add(each.nextValue());
            }
            return true;
        } catch (JacksonException e) {
            return false; // broken JSON is a fact about the page, told by the result
        }
    }

    private static String unwrapped(String script) {
        String json = script.strip();
        for (String start : List.of("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//")) {
            if (json.startsWith(start)) {
                json = json.substring(start.length()).strip();
            }
        }
        for (String end : List.of("-->", "/*]]>*/", "//]]>", "]]>", "//", ";")) {
            if (json.endsWith(end)) {
                json = json.substring(0, json.length() - end.length()).strip();
            }
        }
        return json;
    }

    /** Escapes quotes inside strings: one that no separator follows cannot end its string. */
    private static String withQuotesEscaped(String json) {
        StringBuilder out = new StringBuilder(json.length() + 64);
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\' && i + 1 < json.length()) {
                out.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                if (inString && !endsString(json, i + 1)) {
                    out.append('\\');
                } else {
                    inString = !inString;
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean endsString(String json, int from) {
        int end = Math.min(json.length(), from + 200);
        for (int i = from; i < end; i++) {
            char c = json.charAt(i);
            if (c > ' ') {
                return c == ',' || c == ':' || c == '}' || c == ']';
            }
        }
        return true;
    }
}
