package dev.copydesk.article;

import dev.copydesk.article.DateTokens.Token;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads clock times with their zone at a place among the tokens of a text. */
final class ClockReader {

    /**
     * A clock time.
     *
     * @param zone as given beside it, or null
     * @param end the token after it
     */
    record Clock(LocalTime time, @Nullable ZoneId zone, int end) {}

    private static final Set<String> HOUR_SIGNS = Set.of("時", "时", "點", "点", "시");
    private static final Set<String> MINUTE_SIGNS = Set.of("分", "분");
    private static final Set<String> SECOND_SIGNS = Set.of("秒", "초");
    private static final Set<String> CLOCK_NOUNS = Set.of("h", "hs", "hrs", "uhr", "uur", "u", "น");
    private static final Set<String> MORNING = Set.of("am", "ص", "صباحا");
    private static final Set<String> EVENING = Set.of("pm", "م", "مساء");
    private static final int NOT_GIVEN = -1;
    private static final int FARTHEST_OFFSET_HOURS = 14;

    private final DateTokens tokens;
    private int at;
    private int hour;
    private int minute;
    private int second;
    private boolean exactEnough;
    private boolean toTheSecond;

    ClockReader(DateTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The time that starts at a token, or null.
     *
     * @param afterDate whether a date stands before it, which makes {@code 14.30} a time
     */
    @Nullable
    Clock read(int start, boolean afterDate) {
        at = start;
        ZoneId zone = DateWords.zone(tokens.at(at).text());
        if (zone != null) {
            at++;
            if (tokens.at(at).is(":") || tokens.at(at).is(",")) {
                at++;
            }
        }
        int halfDay = leadingHalfDay();
        if (!digits(afterDate)) {
            return null;
        }
        if (halfDay == NOT_GIVEN) {
            halfDay = trailingHalfDay();
        }
        if (!exactEnough && halfDay == NOT_GIVEN) {
            return null;
        }
        if (halfDay != NOT_GIVEN && hour >= 1 && hour <= 12) {
            hour = hour % 12 + halfDay;
        }
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        LocalTime time = LocalTime.of(hour, minute, Math.min(second, 59));
        return new Clock(time, zone != null ? zone : trailingZone(), at);
    }

    /** Hour, minute and second as written; false when these tokens are no time. */
    private boolean digits(boolean afterDate) {
        Token first = tokens.at(at);
        minute = 0;
        second = 0;
        toTheSecond = tokens.at(at - 1).is("t");
        if (afterDate
                && (first.digits() == 6 || first.digits() == 4)
                && tokens.at(at - 1).is("t")) {
            int hoursAndMinutes = first.digits() == 6 ? first.value() / 100 : first.value();
            hour = hoursAndMinutes / 100;
            minute = hoursAndMinutes % 100;
            second = first.digits() == 6 ? first.value() % 100 : 0;
            exactEnough = true;
            at++;
            return true;
        }
        if (first.digits() == 0 || first.digits() > 2) {
            return false;
        }
        hour = first.value();
        Token mark = tokens.at(at + 1);
        Token next = tokens.at(at + 2);
        at++;
        exactEnough = true;
        if (mark.is(":") && next.digits() == 2 && !next.spaced()) {
            minute = next.value();
            at += 2;
            seconds();
        } else if (mark.in(HOUR_SIGNS)) {
            at++;
            minute = counted(MINUTE_SIGNS);
            second = counted(SECOND_SIGNS);
        } else if (mark.is("h") && next.digits() == 2 && next.value() < 60) {
            minute = next.value();
            at += 2;
        } else if (mark.is(".") && !mark.spaced() && next.digits() == 2 && !next.spaced()) {
            minute = next.value();
            at += 2;
            exactEnough = (afterDate && !tokens.at(at).is(".")) || tokens.at(at).in(CLOCK_NOUNS);
        } else {
            exactEnough = mark.in(CLOCK_NOUNS);
        }
        if (tokens.at(at).in(CLOCK_NOUNS)) {
            at++;
        }
        return true;
    }

    private void seconds() {
        if (tokens.at(at).is(":") && tokens.at(at + 1).digits() == 2) {
            second = tokens.at(at + 1).value();
            toTheSecond = true;
            at += 2;
            Token point = tokens.at(at);
            Token fraction = tokens.at(at + 1);
            if ((point.is(".") || point.is(",")) && fraction.number() && !fraction.spaced()) {
                at += 2;
            }
        }
    }

    private int counted(Set<String> signs) {
        if (tokens.at(at).number() && tokens.at(at + 1).in(signs)) {
            at += 2;
            return tokens.at(at - 2).value();
        }
        return 0;
    }

    private int leadingHalfDay() {
        String two = tokens.at(at).text() + tokens.at(at + 1).text();
        int half = switch (two) {
            case "下午", "晚上", "午後", "오후" -> 12;
            case "上午", "早上", "凌晨", "午前", "오전" -> 0;
            default -> NOT_GIVEN;
        };
        if (half != NOT_GIVEN) {
            at += 2;
        }
        return half;
    }

    private int trailingHalfDay() {
        Token token = tokens.at(at);
        if (token.in(MORNING) || token.in(EVENING)) {
            at++;
            return token.in(EVENING) ? 12 : 0;
        }
        boolean dotted = (token.is("a") || token.is("p"))
                && tokens.at(at + 1).is(".")
                && tokens.at(at + 2).is("m");
        if (!dotted) {
            return NOT_GIVEN;
        }
        at += tokens.at(at + 3).is(".") ? 4 : 3;
        return token.is("p") ? 12 : 0;
    }

    private @Nullable ZoneId trailingZone() {
        int look = at;
        if (tokens.at(look).is("(") || tokens.at(look).is(",")) {
            look++;
        }
        ZoneId named = DateWords.zone(tokens.at(look).text());
        if (named != null) {
            at = look + 1;
            ZoneOffset more = named.equals(ZoneOffset.UTC) ? offset(at, true) : null;
            return more != null ? more : named;
        }
        return offset(at, toTheSecond || tokens.at(at).is("+"));
    }

    /** {@code +0100}, {@code +01:00}, {@code +01}; a clock range like {@code 08:00-10:00} is none. */
    private @Nullable ZoneOffset offset(int start, boolean shortForms) {
        Token sign = tokens.at(start);
        Token number = tokens.at(start + 1);
        boolean minus = sign.is("-") || sign.is("−");
        if (!(minus || sign.is("+")) || !number.number() || number.spaced()) {
            return null;
        }
        int hours = number.value();
        int minutes = 0;
        int end = start + 2;
        if (number.digits() == 4) {
            minutes = hours % 100;
            hours = hours / 100;
        } else if (!shortForms || number.digits() > 2) {
            return null;
        } else if (tokens.at(end).is(":") && tokens.at(end + 1).digits() == 2) {
            minutes = tokens.at(end + 1).value();
            end += 2;
        }
        if (hours > FARTHEST_OFFSET_HOURS || minutes > 59) {
            return null;
        }
        at = end;
        int total = hours * 60 + minutes;
        return ZoneOffset.ofTotalSeconds((minus ? -total : total) * 60);
    }
}
