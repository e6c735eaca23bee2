package dev.copydesk.article.html;

/** Text in the making: runs of white space become one space, none at either end; control and invisible characters go. */
final class Folded {

    private final StringBuilder text = new StringBuilder();
    private boolean gap;

    static String of(String raw) {
        Folded folded = new Folded();
        folded.append(raw);
        return folded.take();
    }

    void append(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > ' ' && c < 0x7f) {
                glue();
                text.append(c);
            } else if (isSpace(c)) {
                gap = true;
            } else if (!isInvisible(c)) {
                glue();
                text.append(c);
            }
        }
    }

    void space() {
        gap = true;
    }

    private void glue() {
        if (gap) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            gap = false;
        }
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text from a position on, without a leading space. */
    String from(int start) {
        return start >= text.length() ? "" : text.substring(start).strip();
    }

    String take() {
        String result = text.toString();
        text.setLength(0);
        gap = false;
        return result;
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == '\u00a0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\u0085';
    }

    private static boolean isInvisible(char c) {
        return c < 0xa0 || c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff';
    }
}
