package dev.copydesk.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A date as exact as the page gives it; no part of it is made up.
 *
 * @param value the instant; for {@link Precision#LOCAL} the clock time taken as UTC, for {@link Precision#DAY} midnight
 *     UTC of the day
 * @param offset the offset from UTC that the page gives with an instant, which tells the day it means; UTC for the others
 */
public record PublicationDate(Instant value, Precision precision, ZoneOffset offset) {

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
        return new PublicationDate(day.atStartOfDay().toInstant(ZoneOffset.UTC), Precision.DAY, ZoneOffset.UTC);
    }

    public static PublicationDate ofLocal(LocalDateTime time) {
        return new PublicationDate(time.toInstant(ZoneOffset.UTC), Precision.LOCAL, ZoneOffset.UTC);
    }

    public static PublicationDate ofInstant(OffsetDateTime time) {
        return new PublicationDate(time.toInstant(), Precision.INSTANT, time.getOffset());
    }

    /** The day that the page means. */
    public LocalDate day() {
        return value.atOffset(offset).toLocalDate();
    }

    /**
     * ISO 8601: {@code 2017-11-08}, {@code 2017-11-08T05:17:37}, {@code 2017-11-08T05:17:37Z} or, with the page's own offset,
     * {@code 2017-11-08T06:17:37+01:00}.
     */
    public String iso() {
        OffsetDateTime time = value.atOffset(offset);
        return switch (precision) {
            case DAY -> time.toLocalDate().toString();
            case LOCAL -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            case INSTANT -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        };
    }
}
