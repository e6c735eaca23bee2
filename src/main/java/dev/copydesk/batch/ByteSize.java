package dev.copydesk.batch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 500000}, {@code 64KiB}, {@code 20 MiB}; units are powers of 1,024. */
final class ByteSize {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(|B|KB|KIB|K|MB|MIB|M|GB|GIB|G)");

    private ByteSize() {}

    /** @throws IllegalArgumentException for anything else */
    static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size such as 20MiB");
        }
        String unit = matcher.group(2);
        int shift = unit.isEmpty()
                ? 0
                : switch (unit.charAt(0)) {
                    case 'K' -> 10;
                    case 'M' -> 20;
                    case 'G' -> 30;
                    default -> 0;
                };
        return Long.parseLong(matcher.group(1)) << shift;
    }
}
