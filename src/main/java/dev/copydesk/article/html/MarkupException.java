package dev.copydesk.article.html;

/** Markup that cannot be parsed within bounds. */
final class MarkupException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable UPPER_SNAKE code */
    MarkupException(String code, String message) {
        super(message, null, false, false); // an outcome, not a fault: nobody reads where it came from
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The message, never null. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
