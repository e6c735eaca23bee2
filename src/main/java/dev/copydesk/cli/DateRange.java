package dev.copydesk.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One date, {@code 2026-11-20}, or all from the first to the last of a period, {@code 2026-11-20..2026-11-22}. */
record DateRange(LocalDate first, LocalDate last) {

    private static final String TO = "..";

    /** In order. */
    List<LocalDate> dates() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<DateRange> {

        @Override
        public DateRange convert(String text) {
            int to = text.indexOf(TO);
            try {
                LocalDate first = LocalDate.parse(to < 0 ? text : text.substring(0, to));
                LocalDate last = to < 0 ? first : LocalDate.parse(text.substring(to + TO.length()));
                if (last.isBefore(first)) {
                    throw new TypeConversionException("'" + text + "' ends before it begins");
                }
                return new DateRange(first, last);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no date such as 2026-11-20 and no period such as 2026-11-20..2026-11-22");
            }
        }
    }
}
