package dev.copydesk.cli;

/** Text from pages and files as it may be shown on a terminal. */
final class Printable {

    private Printable() {}

    /**
     * The text with every character that could steer a terminal or reorder a line (control and format characters of Unicode,
     * among them escape and the bidirectional overrides) replaced by U+FFFD; line feeds and tabs become blanks.
     */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                printable.append(' ');
            } else if (isSteering(c)) {
                printable.append('\uFFFD');
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }

    /** At most {@code width} code points of the printable text, the last of them an ellipsis where it was cut. */
    static String of(String text, int width) {
        String printable = of(text);
        if (printable.codePointCount(0, printable.length()) <= width) {
            return printable;
        }
        return printable.substring(0, printable.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static boolean isSteering(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Joiners shape letters and emoji and move nothing.
            case Character.FORMAT -> c != 0x200C && c != 0x200D && c != 0x00AD;
            default -> false;
        };
    }
}
