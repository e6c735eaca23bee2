package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells by content what a payload is. A file whose name says text is HTML when it begins, blanks aside, with one of the
 * tags that the WHATWG MIME Sniffing Standard (section 7.1) lists; a file whose name says HTML is text only when no
 * markup is in it at all. NUL bytes are read past, so that UTF-16 needs no rules of its own.
 */
final class PayloadSniffer {

    /** Bytes looked at to tell text from anything else. */
    private static final int SAMPLE = 8 * 1024;

    /** Text has a stray control character here and there; random bytes are controls in one of ten. */
    private static final int TEXT_BYTES_PER_CONTROL = 20;

    private static final List<String> FIRST_TAGS = List.of(
            "!doctype html",
            "html",
            "head",
            "script",
            "iframe",
            "h1",
            "div",
            "font",
            "table",
            "a",
            "style",
            "title",
            "b",
            "body",
            "br",
            "p",
            "meta",
            "link",
            "article",
            "main",
            "section",
            "header");

    private PayloadSniffer() {}

    /** Whether nothing but blanks, NUL bytes and a byte order mark is in it. */
    static boolean isBlank(byte[] payload) {
        for (int i = afterMark(payload); i < payload.length; i++) {
            if (payload[i] != 0 && !isBlank(payload[i])) {
                return false;
            }
        }
        return true;
    }

    /** What it is when it is not text, as a noun with its article; null for text. */
    static @Nullable String notText(byte[] payload) {
        if (ByteOrderMark.of(payload) != null) {
            return null;
        }
        BinaryKind kind = BinaryKind.of(payload);
        if (kind != null) {
            return kind.description();
        }
        int length = Math.min(payload.length, SAMPLE);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            controls += isControl(payload[i]) ? 1 : 0;
        }
        boolean text = controls * TEXT_BYTES_PER_CONTROL <= length || Utf16Guess.of(payload) != null;
        return text ? null : "binary data";
    }

    /** What the text is, given what the file's name says it is. */
    static DocumentFormat format(byte[] payload, DocumentFormat named) {
        return switch (named) {
            case HTML -> hasMarkup(payload) ? DocumentFormat.HTML : DocumentFormat.TEXT;
            case TEXT -> beginsAsHtml(payload) ? DocumentFormat.HTML : DocumentFormat.TEXT;
        };
    }

    private static boolean hasMarkup(byte[] payload) {
        boolean open = false;
        for (byte b : payload) {
            if (open && (isLetter(b) || b == '/' || b == '!' || b == '?')) {
                return true;
            }
            open = b == '<' || (open && b == 0);
        }
        return false;
    }

    private static boolean beginsAsHtml(byte[] payload) {
        int start = afterMark(payload);
        while (start < payload.length && (payload[start] == 0 || isBlank(payload[start]))) {
            start++;
        }
        String head = new String(payload, start, Math.min(payload.length - start, SAMPLE), ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<?xml")) {
            return head.contains("<html") || head.contains("<!doctype html");
        }
        if (!head.startsWith("<")) {
            return false;
        }
        return head.startsWith("<!--") || FIRST_TAGS.stream().anyMatch(tag -> isTag(head, tag));
    }

    private static boolean isTag(String head, String tag) {
        int end = 1 + tag.length();
        return head.startsWith(tag, 1)
                && end < head.length()
                && (head.charAt(end) == '>' || Character.isWhitespace(head.charAt(end)));
    }

    private static int afterMark(byte[] payload) {
        ByteOrderMark mark = ByteOrderMark.of(payload);
        return mark == null ? 0 : mark.length();
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b;
    }
}
