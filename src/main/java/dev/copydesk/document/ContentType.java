package dev.copydesk.document;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A content type as servers and crawlers send it (RFC 9110, section 8.3.1), read as far as it goes. */
record ContentType(String text) {

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)");

    /** Type and subtype in lower case, such as {@code text/html}. */
    String media() {
        int end = text.indexOf(';');
        return (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The kind of page, or null for what is no page. */
    @Nullable
    DocumentFormat page() {
        return switch (media()) {
            case "text/html", "application/xhtml+xml" -> DocumentFormat.HTML;
            case "text/plain" -> DocumentFormat.TEXT;
            default -> null;
        };
    }

    /** The charset, or null when none is named, or none that is known. */
    @Nullable
    Charset charset() {
        Matcher matcher = CHARSET.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.find() ? CharsetLabel.charset(matcher.group(1)) : null;
    }
}
