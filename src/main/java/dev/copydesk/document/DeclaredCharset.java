package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset that an HTML page declares in its own first bytes: the prescan of the HTML Standard (section
 * 13.2.3.2, "prescan a byte stream to determine its encoding") with a wider window, since browsers in the end heed a
 * late declaration too, and the encoding of an XML declaration.
 */
final class DeclaredCharset {

    private static final int WINDOW = 16 * 1024;

    /** The window in lower case: nothing that matters here depends on case. */
    private final String head;

    private int at;

    private DeclaredCharset(String head) {
        this.head = head;
    }

    /** The charset declared, or null when none is, or none that is known. */
    static @Nullable Charset of(byte[] page) {
        String head = new String(page, 0, Math.min(page.length, WINDOW), ISO_8859_1).toLowerCase(Locale.ROOT);
        DeclaredCharset scan = new DeclaredCharset(head);
        Charset charset = scan.inXmlDeclaration();
        return charset != null ? charset : scan.inMeta();
    }

    private @Nullable Charset inXmlDeclaration() {
        int start = 0;
        while (start < head.length() && isBlank(head.charAt(start))) {
            start++;
        }
        int end = head.indexOf("?>", start);
        int encoding = head.indexOf("encoding", start);
        if (!head.startsWith("<?xml", start) || encoding < 0 || end < encoding) {
            return null;
        }
        return declared(head.substring(encoding + "encoding".length(), end));
    }

    private @Nullable Charset inMeta() {
        while ((at = head.indexOf('<', at)) >= 0 && at + 1 < head.length()) {
            if (head.startsWith("<!--", at)) {
                int end = head.indexOf("-->", at + 2);
                if (end < 0) {
                    return null;
                }
                at = end + 3;
            } else if (head.startsWith("<meta", at) && at + 5 < head.length() && isNameEnd(head.charAt(at + 5))) {
                at += 5;
                Charset charset = meta();
                if (charset != null) {
                    return charset;
                }
            } else if (isLetter(at + 1) || (head.charAt(at + 1) == '/' && isLetter(at + 2))) {
                skipTag();
            } else if ("!/?".indexOf(head.charAt(at + 1)) >= 0) {
                int end = head.indexOf('>', at);
                if (end < 0) {
                    return null;
                }
                at = end + 1;
            } else {
                at++;
            }
        }
        return null;
    }

    /** Reads the attributes of a meta element. */
    private @Nullable Charset meta() {
        Charset byCharset = null;
        Charset byContent = null;
        boolean contentType = false;
        Attribute attribute;
        while ((attribute = attribute()) != null) {
            switch (attribute.name) {
                case "charset" -> byCharset = CharsetLabel.declared(attribute.value);
                case "http-equiv" -> contentType = attribute.value.strip().equals("content-type");
                case "content" -> byContent = inContent(attribute.value);
                default -> {
                    // says nothing of the charset
                }
            }
        }
        return byCharset != null ? byCharset : contentType ? byContent : null;
    }

    private static @Nullable Charset inContent(String content) {
        int at = content.indexOf("charset");
        while (at >= 0) {
            at += "charset".length();
            Charset charset = declared(content.substring(at, Math.min(content.length(), at + 100)));
            if (charset != null) {
                return charset;
            }
            at = content.indexOf("charset", at);
        }
        return null;
    }

    /** The charset in {@code = "label"}, with or without quotes. */
    private static @Nullable Charset declared(String assignment) {
        String rest = assignment.strip();
        if (!rest.startsWith("=")) {
            return null;
        }
        rest = rest.substring(1).strip();
        int start = 0;
        while (start < rest.length() && isQuote(rest.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < rest.length() && !isQuote(rest.charAt(end)) && rest.charAt(end) != ';' && rest.charAt(end) > ' ') {
            end++;
        }
        return CharsetLabel.declared(rest.substring(start, end));
    }

    private record Attribute(String name, String value) {}

    private void skipTag() {
        while (at < head.length() && head.charAt(at) != '>' && !isBlank(head.charAt(at))) {
            at++;
        }
        while (attribute() != null) {
            // only their end matters: a quoted value may hold what looks like a tag
        }
    }

    /** The next attribute of the tag at hand; null at the tag's end, which is then read past. */
    private @Nullable Attribute attribute() {
        while (at < head.length() && (isBlank(head.charAt(at)) || head.charAt(at) == '/')) {
            at++;
        }
        if (at >= head.length()) {
            return null;
        }
        if (head.charAt(at) == '>') {
            at++;
            return null;
        }
        int start = at++; // an equals sign may begin a name
        while (at < head.length() && head.charAt(at) != '=' && !isNameEnd(head.charAt(at))) {
            at++;
        }
        String name = head.substring(start, at);
        skipBlanks();
        if (at >= head.length() || head.charAt(at) != '=') {
            return new Attribute(name, "");
        }
        at++;
        skipBlanks();
        return new Attribute(name, value());
    }

    private String value() {
        if (at < head.length() && isQuote(head.charAt(at))) {
            int end = head.indexOf(head.charAt(at), at + 1);
            int start = at + 1;
            at = end < 0 ? head.length() : end + 1;
            return head.substring(start, end < 0 ? head.length() : end);
        }
        int start = at;
        while (at < head.length() && head.charAt(at) != '>' && !isBlank(head.charAt(at))) {
            at++;
        }
        return head.substring(start, at);
    }

    private void skipBlanks() {
        while (at < head.length() && isBlank(head.charAt(at))) {
            at++;
        }
    }

    private boolean isLetter(int index) {
        return index < head.length() && head.charAt(index) >= 'a' && head.charAt(index) <= 'z';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isNameEnd(char c) {
        return isBlank(c) || c == '/' || c == '>';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
