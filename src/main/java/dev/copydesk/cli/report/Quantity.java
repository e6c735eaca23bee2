package dev.copydesk.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers with their units as people read them. */
final class Quantity {

    static final String NONE = "–";

    private static final String[] BYTES = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Quantity() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With as many digits behind the point as tell something. */
    static String number(double number) {
        double size = Math.abs(number);
        String format = size == 0 || size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, number);
    }

    /** A number and its noun, which takes an s for any number but one. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** At most four characters: 950, 12k, 3.4M. */
    static String brief(long number) {
        if (number < 1_000) {
            return Long.toString(number);
        }
        String unit = number < 999_500 ? "k" : "M";
        double value = number / ("k".equals(unit) ? 1e3 : 1e6);
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f%s" : "%.0f%s", value, unit);
    }

    static String share(long part, long whole) {
        if (whole == 0) {
            return NONE;
        }
        double percent = 100.0 * part / whole;
        // 100 % is said of all, 0 % of none.
        String format = (percent > 99.5 && part < whole) || (percent < 0.5 && part > 0) ? "%.1f %%" : "%.0f %%";
        String text = String.format(Locale.ROOT, format, percent);
        return text.equals("100.0 %") ? ">99.9 %" : text.equals("0.0 %") ? "<0.1 %" : text;
    }

    static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < BYTES.length - 1) {
            size /= 1024;
            unit++;
        }
        return (unit == 0 ? number(bytes) : number(size)) + " " + BYTES[unit];
    }

    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = seconds / 60;
        return minutes < 48 * 60
                ? minutes / 60 + " h " + minutes % 60 + " min"
                : minutes / 1_440 + " d " + minutes / 60 % 24 + " h";
    }

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
