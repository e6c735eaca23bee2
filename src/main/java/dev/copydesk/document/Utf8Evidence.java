package dev.copydesk.document;

/**
 * How well bytes fit UTF-8 (RFC 3629).
 *
 * @param sequences well-formed sequences of two bytes and more
 * @param broken bytes or beginnings of sequences that are not UTF-8
 * @param firstHigh index of the first byte that is not ASCII, or the length
 */
record Utf8Evidence(int sequences, int broken, int firstHigh) {

    static Utf8Evidence of(byte[] text) {
        int length = text.length;
        int i = PlainAscii.endOfAscii(text, 0);
        int firstHigh = i;
        int sequences = 0;
        int broken = 0;
        while (i < length) {
            if (text[i] >= 0) {
                i = PlainAscii.endOfAscii(text, i);
                continue;
            }
            int size = sequence(text, i);
            if (size > 0) {
                sequences++;
                i += size;
            } else {
                broken++;
                i++;
                while (i < length && (text[i] & 0xC0) == 0x80) {
                    i++; // one broken sequence, however long
                }
            }
        }
        return new Utf8Evidence(sequences, broken, firstHigh);
    }

    boolean isAscii() {
        return sequences == 0 && broken == 0;
    }

    /** Length of the well-formed sequence at this index, or 0. */
    static int sequence(byte[] text, int i) {
        int lead = text[i] & 0xff;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return continues(text, i + 1, 1) ? 2 : 0;
        }
        int second = i + 1 < text.length ? text[i + 1] & 0xff : 0;
        if (lead >= 0xE0 && lead <= 0xEF) {
            boolean overlong = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second > 0x9F;
            return continues(text, i + 1, 2) && !overlong && !surrogate ? 3 : 0;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            boolean overlong = lead == 0xF0 && second < 0x90;
            boolean beyond = lead == 0xF4 && second > 0x8F;
            return continues(text, i + 1, 3) && !overlong && !beyond ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] text, int from, int count) {
        if (from + count > text.length) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
