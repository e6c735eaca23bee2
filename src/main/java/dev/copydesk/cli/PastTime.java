package dev.copydesk.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time in the past as people write it: an age such as {@code 90d} or {@code 36h}, a date (from midnight UTC) or an instant. */
final class PastTime implements ITypeConverter<Instant> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([mhdw])");

    @Override
    public Instant convert(String text) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            return Instant.now()
                    .minus(
                            switch (age.group(2)) {
                                case "m" -> Duration.ofMinutes(number);
                                case "h" -> Duration.ofHours(number);
                                case "d" -> Duration.ofDays(number);
                                default -> Duration.ofDays(7 * number);
                            });
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text
                    + "' is no age such as 90d, 36h or 30m, no date such as 2026-11-20 and no instant such as"
                    + " 2026-11-20T06:00:00Z");
        }
    }
}
