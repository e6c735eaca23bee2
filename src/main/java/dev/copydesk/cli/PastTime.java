package dev.copydesk.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time in the past as people write it: an age such as {@code 2y}, {@code 90d} or {@code 36h}, a date (from midnight UTC) or an
 * instant. An {@code m} alone, which some read as minutes and some as months, is refused.
 */
final class PastTime implements ITypeConverter<Instant> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,4})(min|h|d|w|mo|y)");

    @Override
    public Instant convert(String text) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            ZonedDateTime now = Instant.now().atZone(ZoneOffset.UTC);
            ZonedDateTime past = switch (age.group(2)) {
                case "min" -> now.minusMinutes(number);
                case "h" -> now.minusHours(number);
                case "d" -> now.minusDays(number);
                case "w" -> now.minusWeeks(number);
                case "mo" -> now.minusMonths(number);
                default -> now.minusYears(number);
            };
            return past.toInstant();
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text
                    + "' is no age (2y, 18mo, 12w, 90d, 36h, 30min), no date such as 2026-11-20 and no instant such as"
                    + " 2026-11-20T06:00:00Z");
        }
    }
}
