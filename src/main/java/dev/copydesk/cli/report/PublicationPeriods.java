package dev.copydesk.cli.report;

import dev.copydesk.warehouse.RunFigures.DayCount;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Days of publication in periods of a length at which most articles fit into a page: a news archive spans decades, a nightly
 * load a few days. The earliest and latest hundredth of the articles, often misdated, do not stretch it.
 *
 * @param starts first day of each period, without a gap; empty when no article has a date
 * @param articles articles of each period
 * @param before articles of earlier days
 * @param after articles of later days
 * @param undated articles without a date
 */
public record PublicationPeriods(
        Unit unit, List<LocalDate> starts, List<Long> articles, long before, long after, long undated) {

    private static final int PERIODS = 24;

    /** Length of a period; begins where PostgreSQL's {@code date_trunc} lets it begin. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        DECADE;

        /** PostgreSQL's name for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
                case DECADE -> day.withDayOfYear(1).withYear(Math.floorDiv(day.getYear(), 10) * 10);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
                case DECADE -> start.plusYears(10);
            };
        }

        String label(LocalDate start) {
            return switch (this) {
                case DAY, WEEK -> start.toString();
                case MONTH -> start.toString().substring(0, 7);
                case YEAR -> Integer.toString(start.getYear());
                case DECADE -> start.getYear() + "s";
            };
        }
    }

    static PublicationPeriods of(List<DayCount> days) {
        long undated = days.stream()
                .filter(day -> day.day() == null)
                .mapToLong(DayCount::articles)
                .sum();
        List<DayCount> dated = days.stream().filter(day -> day.day() != null).toList();
        if (dated.isEmpty()) {
            return new PublicationPeriods(Unit.DAY, List.of(), List.of(), 0, 0, undated);
        }
        long all = dated.stream().mapToLong(DayCount::articles).sum();
        LocalDate first = dayOf(dated, all / 100);
        LocalDate last = dayOf(dated, all - 1 - all / 100);
        Unit unit = unit(first, last);
        List<LocalDate> starts = starts(unit, first, last);
        LocalDate end = unit.next(starts.get(starts.size() - 1));
        long[] articles = new long[starts.size()];
        long before = 0;
        long after = 0;
        for (DayCount count : dated) {
            LocalDate day = Objects.requireNonNull(count.day());
            if (day.isBefore(starts.get(0))) {
                before += count.articles();
            } else if (!day.isBefore(end)) {
                after += count.articles();
            } else {
                articles[starts.indexOf(unit.start(day))] += count.articles();
            }
        }
        return new PublicationPeriods(
                unit, starts, Arrays.stream(articles).boxed().toList(), before, after, undated);
    }

    /** First day behind the last period. */
    LocalDate end() {
        return unit.next(starts.get(starts.size() - 1));
    }

    /** The day of the article at that position, by day. */
    private static LocalDate dayOf(List<DayCount> days, long position) {
        long passed = 0;
        for (DayCount day : days) {
            passed += day.articles();
            if (passed > position) {
                return Objects.requireNonNull(day.day());
            }
        }
        throw new IllegalArgumentException("there are only " + passed + " articles");
    }

    private static Unit unit(LocalDate first, LocalDate last) {
        for (Unit unit : Unit.values()) {
            if (starts(unit, first, last).size() <= PERIODS) {
                return unit;
            }
        }
        return Unit.DECADE;
    }

    /** Starts of the periods; stops soon when they are too many. */
    private static List<LocalDate> starts(Unit unit, LocalDate first, LocalDate last) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = unit.start(first);
                !start.isAfter(last) && (unit == Unit.DECADE || starts.size() <= PERIODS);
                start = unit.next(start)) {
            starts.add(start);
        }
        return starts;
    }
}
