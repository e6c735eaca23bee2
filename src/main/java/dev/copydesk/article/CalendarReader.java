package dev.copydesk.article;

import dev.copydesk.article.ClockReader.Clock;
import dev.copydesk.article.DateTokens.Token;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads calendar days at a place among the tokens of a text. */
final class CalendarReader {

    /** How {@code 3/4/2017} is to be read. */
    enum NumericOrder {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }

    /**
     * A day.
     *
     * @param clock the clock time written inside the date, as in {@code Nov 8 05:17:37 GMT 2017}, or null
     * @param end the token after it
     */
    record Day(LocalDate date, @Nullable Clock clock, int end) {}

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LAST_SHORT_YEAR_OF_THIS_CENTURY = 69;
    private static final Set<String> NUMERIC_MARKS = Set.of("-", "/", ".");
    private static final Set<String> LOOSE_MARKS = Set.of("-", "/", ".", ",", "،", "–", "'", "’");

    private final DateTokens tokens;
    private final ClockReader clocks;
    private final NumericOrder order;
    private int afterMonth;

    CalendarReader(DateTokens tokens, ClockReader clocks, NumericOrder order) {
        this.tokens = tokens;
        this.clocks = clocks;
        this.order = order;
    }

    /** The day that starts at a token, or null. */
    @Nullable
    Day read(int start) {
        Token first = tokens.at(start);
        if (!first.number()) {
            return monthFirst(start);
        }
        if (continuesNumber(start)) {
            return null;
        }
        return switch (first.digits()) {
            case 8 -> compact(start);
            case 4 -> yearFirst(start);
            case 1, 2 -> dayFirst(start);
            default -> null;
        };
    }

    private @Nullable Day compact(int start) {
        int value = tokens.at(start).value();
        return tokens.at(start + 1).is("t") ? day(value / 10_000, value / 100 % 100, value % 100, start + 1) : null;
    }

    private @Nullable Day yearFirst(int start) {
        int year = tokens.at(start).value();
        Token mark = tokens.at(start + 1);
        Token second = tokens.at(start + 2);
        Token third = tokens.at(start + 4);
        boolean eastAsian = (mark.is("年") && tokens.at(start + 3).is("月") && third.number())
                || (mark.is("년") && tokens.at(start + 3).is("월") && third.number());
        boolean marked = mark.in(NUMERIC_MARKS)
                && tokens.at(start + 3).is(mark.text())
                && third.digits() > 0
                && third.digits() < 3;
        if ((eastAsian || marked) && second.digits() > 0 && second.digits() < 3) {
            int end = start + 5;
            Token closing = tokens.at(end);
            boolean closed = eastAsian ? closing.is("日") || closing.is("일") : closing.is(".") && third.spaced();
            return day(year, second.value(), third.value(), closed ? end + 1 : end);
        }
        int at = skipLoose(start + 1);
        int month = month(at);
        if (month > 0) {
            int day = skipLoose(afterMonth);
            return tokens.at(day).digits() == 1 || tokens.at(day).digits() == 2
                    ? day(year, month, tokens.at(day).value(), day + 1)
                    : null;
        }
        if (!DateWords.weekday(tokens.at(at).text())) {
            return null;
        }
        int dayAt = skipLoose(at + 1);
        month = month(skipLoose(dayAt + 1));
        return month > 0 ? day(year, month, tokens.at(dayAt).value(), afterMonth) : null;
    }

    private @Nullable Day dayFirst(int start) {
        int month = month(skipToMonth(start + 1));
        if (month > 0) {
            int yearAt = skipJoiners(afterMonth);
            return tokens.at(yearAt).digits() == 4
                    ? day(tokens.at(yearAt).value(), month, tokens.at(start).value(), yearAt + 1)
                    : null;
        }
        return numeric(start);
    }

    private @Nullable Day numeric(int start) {
        Token first = tokens.at(start);
        Token mark = tokens.at(start + 1);
        Token second = tokens.at(start + 2);
        Token year = tokens.at(start + 4);
        boolean shaped = mark.in(NUMERIC_MARKS)
                && !mark.spaced()
                && (mark.is(".") || !second.spaced())
                && second.digits() > 0
                && second.digits() < 3
                && tokens.at(start + 3).is(mark.text());
        if (!shaped
                || (tokens.at(start + 5).is(".")
                        && !year.spaced()
                        && tokens.at(start + 6).number())) {
            return null;
        }
        boolean dotted = mark.is(".");
        int fullYear = year.digits() == 4 ? year.value() : -1;
        if (dotted && year.digits() == 2 && first.digits() == 2 && second.digits() == 2) {
            fullYear = year.value() + (year.value() > LAST_SHORT_YEAR_OF_THIS_CENTURY ? 1900 : 2000);
        }
        return ordered(first.value(), second.value(), fullYear, dotted, start + 5);
    }

    private @Nullable Day ordered(int one, int two, int year, boolean dotted, int end) {
        boolean told = dotted || one > 12 || one == two || order == NumericOrder.DAY_FIRST;
        if (two <= 12 && told) {
            return day(year, two, one, end);
        }
        boolean monthLeads = !dotted && (two > 12 || order == NumericOrder.MONTH_FIRST);
        return monthLeads ? day(year, one, two, end) : null;
    }

    private @Nullable Day monthFirst(int start) {
        int month = month(start);
        if (month == 0) {
            return null;
        }
        int dayAt = skipLoose(afterMonth);
        Token day = tokens.at(dayAt);
        if (day.digits() == 0 || day.digits() > 2) {
            return null;
        }
        int at = dayAt + 1;
        if (DateWords.ordinalEnding(tokens.at(at).text()) && !tokens.at(at).spaced()) {
            at++;
        }
        at = skipJoiners(at);
        if (tokens.at(at).digits() == 4) {
            return day(tokens.at(at).value(), month, day.value(), at + 1);
        }
        Clock clock = clocks.read(at, false);
        if (clock == null) {
            return null;
        }
        int yearAt = skipLoose(clock.end());
        Day found =
                tokens.at(yearAt).digits() == 4 ? day(tokens.at(yearAt).value(), month, day.value(), yearAt + 1) : null;
        return found == null ? null : new Day(found.date(), clock, found.end());
    }

    /** The month named at a token, or 0; a second name for the same month after a slash is part of it. */
    private int month(int at) {
        int month =
                DateWords.month(tokens.at(at).text() + "_" + tokens.at(at + 1).text());
        afterMonth = at + 2;
        if (month == 0) {
            month = tokens.at(at).number() ? 0 : DateWords.month(tokens.at(at).text());
            afterMonth = at + 1;
        }
        if (month > 0 && tokens.at(afterMonth).is("/")) {
            int next = afterMonth + 1;
            if (DateWords.month(
                            tokens.at(next).text() + "_" + tokens.at(next + 1).text())
                    == month) {
                afterMonth = next + 2;
            } else if (DateWords.month(tokens.at(next).text()) == month) {
                afterMonth = next + 1;
            }
        }
        return month;
    }

    private int skipToMonth(int start) {
        int at = start;
        if (DateWords.ordinalEnding(tokens.at(at).text()) && !tokens.at(at).spaced()) {
            at++;
        }
        return skipJoiners(at);
    }

    private int skipJoiners(int start) {
        int at = start;
        for (int i = 0; i < 3; i++) {
            Token token = tokens.at(at);
            if (token.in(LOOSE_MARKS) || (!token.number() && DateWords.joiner(token.text()))) {
                at++;
            }
        }
        return at;
    }

    private int skipLoose(int start) {
        int at = start;
        for (int i = 0; i < 2 && tokens.at(at).in(LOOSE_MARKS); i++) {
            at++;
        }
        return at;
    }

    private boolean continuesNumber(int start) {
        Token mark = tokens.at(start - 1);
        return (mark.is(".") || mark.is("-") || mark.is(":"))
                && !tokens.at(start).spaced()
                && !mark.spaced()
                && tokens.at(start - 2).number();
    }

    private static @Nullable Day day(int year, int month, int day, int end) {
        boolean possible = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return possible ? new Day(LocalDate.of(year, month, day), null, end) : null;
    }
}
