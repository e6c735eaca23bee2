package dev.copydesk.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round values along an axis that begins at 0. {@code end} is where the axis ends: the last of them, above 0. */
record Ticks(List<Double> values, double end) {

    private static final double[] ROUND = {1, 2, 5, 10};

    /** Seconds that make round times. */
    private static final long[] ROUND_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400
    };

    /** At most that many values beside 0, the last of which is not below the highest value to be shown. */
    static Ticks upTo(double highest, int count) {
        double least = highest <= 0 ? 1 : highest / count;
        double magnitude = Math.pow(10, Math.floor(Math.log10(least)));
        double step = magnitude * 10;
        for (double round : ROUND) {
            if (round * magnitude >= least * (1 - 1e-9)) {
                step = round * magnitude;
                break;
            }
        }
        List<Double> values = new ArrayList<>(List.of(0.0));
        while (values.size() == 1 || values.get(values.size() - 1) < highest * (1 - 1e-9)) {
            values.add(values.size() * step);
        }
        return new Ticks(values, values.get(values.size() - 1));
    }

    /** The value with as many digits as tell it from its neighbours. */
    String label(double value) {
        double step = values.get(1);
        int digits = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** Seconds between two labels on an axis of time, so that there are at most that many of them. */
    static long secondsBetween(long length, int count) {
        for (long round : ROUND_SECONDS) {
            if (length <= round * count) {
                return round;
            }
        }
        long day = ROUND_SECONDS[ROUND_SECONDS.length - 1];
        return day * (long) upTo(length / (double) day, count).values().get(1).doubleValue();
    }
}
