package dev.copydesk.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A date as exact as the page gives it; no part of it is made up.
 *
 * @param value the instant; for {@link Precision#LOCAL} the clock time taken as UTC, for {@link Precision#DAY} midnight
 *     UTC of the day
 */
public record PublicationDate(Instant value, Precision precision) {

    /** How much of a date is known. */
    public enum Precision {
        /** Only the day. */
        DAY,
        /** Day and clock time, without a time zone. */
        LOCAL,
        /** An exact instant. */
        INSTANT
    }

    public static PublicationDate ofDay(LocalDate day) {
        return new PublicationDate(day.atStartOfDay().toInstant(ZoneOffset.UTC), Precision.DAY);
    }

    public static PublicationDate ofLocal(LocalDateTime time) {
        return new PublicationDate(time.toInstant(ZoneOffset.UTC), Precision.LOCAL);
    }

    public static PublicationDate ofInstant(Instant instant) {
        return new PublicationDate(instant, Precision.INSTANT);
    }

    /** ISO 8601: {@code 2017-11-08}, {@code 2017-11-08T05:17:37} or {@code 2017-11-08T05:17:37Z}. */
    public String iso() {
        LocalDateTime time = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return switch (precision) {
            case DAY -> time.toLocalDate().toString();
            case LOCAL -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            case INSTANT -> DateTimeFormatter.ISO_INSTANT.format(value);
        };
    }
}
