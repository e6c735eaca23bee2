package dev.copydesk.article;

import dev.copydesk.article.CalendarReader.Day;
import dev.copydesk.article.CalendarReader.NumericOrder;
import dev.copydesk.article.ClockReader.Clock;
import dev.copydesk.article.DateTokens.Token;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first date in a short text: ISO 8601, RFC 822 and RFC 1123, Unix seconds or milliseconds as the whole text,
 * and dates as people write them in some twenty languages. A date without a clock time is a day, one without a zone is
 * local; nothing is filled in. {@code 3/4/2017} is a date only where the language tells the order. Years outside 1900
 * to 2100 are refused. Reads at most the first thousand characters.
 */
public final class DateParser {

    private static final int LONGEST_TEXT = 1000;
    private static final int FARTHEST_CLOCK = 9;
    private static final long EARLIEST_EPOCH_SECOND = 631_152_000L; // 1990
    private static final long LATEST_EPOCH_SECOND = 4_102_444_800L; // 2100
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(?:\\d{3})?");
    private static final Set<String> BETWEEN = Set.of(",", "،", "-", "–", "—", "|", "•", "·", "/", ".", "(", ")", "、");
    private static final Set<String> DAY_FIRST_ENGLISH = Set.of("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za");

    private DateParser() {}

    /** The first date in a text of unknown language. */
    public static Optional<PublicationDate> parse(String text) {
        return parse(text, null);
    }

    /**
     * The first date in a text.
     *
     * @param language BCP 47 tag such as {@code de} or {@code en-US}, or null; it only tells how {@code 3/4/2017} is read
     */
    public static Optional<PublicationDate> parse(String text, @Nullable String language) {
        String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        String trimmed = bounded.strip();
        if (EPOCH.matcher(trimmed).matches()) {
            return epoch(trimmed);
        }
        DateTokens tokens = new DateTokens(trimmed);
        ClockReader clocks = new ClockReader(tokens);
        CalendarReader days = new CalendarReader(tokens, clocks, order(language));
        Clock before = null;
        for (int i = 0; i < tokens.size(); i++) {
            Day day = days.read(i);
            if (day != null) {
                return Optional.of(date(tokens, clocks, day, before, i));
            }
            Clock clock = clocks.read(i, false);
            if (clock != null && (before == null || clock.end() > before.end())) {
                before = clock;
            }
        }
        return Optional.empty();
    }

    private static PublicationDate date(
            DateTokens tokens, ClockReader clocks, Day day, @Nullable Clock before, int start) {
        Clock clock = day.clock();
        if (clock == null) {
            clock = following(tokens, clocks, day.end());
        }
        if (clock == null && before != null && leadsTo(tokens, before, start)) {
            clock = before;
        }
        if (clock == null) {
            return PublicationDate.ofDay(day.date());
        }
        LocalDateTime local = LocalDateTime.of(day.date(), clock.time());
        return clock.zone() == null
                ? PublicationDate.ofLocal(local)
                : PublicationDate.ofInstant(local.atZone(clock.zone()).toOffsetDateTime());
    }

    private static @Nullable Clock following(DateTokens tokens, ClockReader clocks, int start) {
        for (int at = start; at < start + FARTHEST_CLOCK; at++) {
            Clock clock = clocks.read(at, true);
            if (clock != null) {
                return clock;
            }
            if (!filler(tokens.at(at))) {
                return null;
            }
        }
        return null;
    }

    /** Whether a clock time stands right before the date that starts at a token. */
    private static boolean leadsTo(DateTokens tokens, Clock clock, int date) {
        if (clock.end() > date || date - clock.end() > FARTHEST_CLOCK) {
            return false;
        }
        for (int at = clock.end(); at < date; at++) {
            if (!filler(tokens.at(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean filler(Token token) {
        return token.in(BETWEEN)
                || (!token.number()
                        && !token.text().isEmpty()
                        && (DateWords.weekday(token.text()) || DateWords.clockIntroducer(token.text())));
    }

    private static NumericOrder order(@Nullable String language) {
        if (language == null || language.isBlank()) {
            return NumericOrder.UNKNOWN;
        }
        String tag = language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (tag.equals("en-us")) {
            return NumericOrder.MONTH_FIRST;
        }
        boolean english = tag.equals("en") || tag.startsWith("en-");
        return !english || DAY_FIRST_ENGLISH.contains(tag) ? NumericOrder.DAY_FIRST : NumericOrder.UNKNOWN;
    }

    private static Optional<PublicationDate> epoch(String digits) {
        long value = Long.parseLong(digits);
        boolean millis = digits.length() > 10;
        long second = millis ? value / 1000 : value;
        if (second < EARLIEST_EPOCH_SECOND || second > LATEST_EPOCH_SECOND) {
            return Optional.empty();
        }
        Instant instant = millis ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
        return Optional.of(PublicationDate.ofInstant(instant.atOffset(ZoneOffset.UTC)));
    }
}
