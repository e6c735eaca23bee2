package dev.copydesk.quality;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a page: a row of {@code truth.jsonl}.
 *
 * @param id name of the page's file without its endings
 * @param set the collection that the page comes from
 */
public record Truth(String id, String set, JsonNode row) {

    static Truth of(JsonNode row) {
        return new Truth(row.path("id").stringValue(""), row.path("set").stringValue(""), row);
    }

    /** The article's text, paragraphs parted by line feeds; empty where only snippets are known. */
    public String text() {
        JsonNode text = row.path("text");
        return text.isString() ? text.stringValue() : String.join("\n", strings("paragraphs"));
    }

    /** The strings of a list, such as the snippets that must be in the text; empty where there is none. */
    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        for (JsonNode value : row.path(name).values()) {
            strings.add(value.stringValue(""));
        }
        return strings;
    }

    /** The page's site: its host without subdomains, as far as the labels tell. */
    public String domain() {
        String host = row.path("domain").stringValue("");
        if (host.isEmpty()) {
            host = host(row.path("url").stringValue(""));
        }
        List<String> labels = List.of(host.split("\\.", -1));
        int count = labels.size();
        boolean secondLevel = count > 2
                && labels.get(count - 2).length() <= 3
                && labels.get(count - 1).length() <= 3;
        return String.join(".", labels.subList(Math.max(0, count - (secondLevel ? 3 : 2)), count));
    }

    private static String host(String url) {
        int start = url.indexOf("://") + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String host = start < 3
                ? null
                : URI.create("http://" + url.substring(start, end)).getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    /** Whether the page's site is of the half whose errors were never looked at. */
    public boolean isValidation() {
        return hash().testBit(0);
    }

    /** Which of so many parts the page's site belongs to. */
    public int fold(int folds) {
        return hash().shiftRight(8).mod(BigInteger.valueOf(folds)).intValueExact();
    }

    private BigInteger hash() {
        try {
            byte[] domain = domain().getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("MD5").digest(domain));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
