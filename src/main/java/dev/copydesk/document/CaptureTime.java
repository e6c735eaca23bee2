package dev.copydesk.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the capture times of manifests: ISO 8601, in UTC where no offset is named. */
final class CaptureTime {

    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private CaptureTime() {}

    /** The instant, or null when the text is none between the years 1 and 9999. */
    static @Nullable Instant parse(String text) {
        try {
            TemporalAccessor parsed =
                    ISO_8601.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            OffsetDateTime time;
            if (parsed instanceof OffsetDateTime offset) {
                time = offset;
            } else if (parsed instanceof LocalDateTime local) {
                time = local.atOffset(ZoneOffset.UTC);
            } else {
                time = LocalDate.from(parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
            }
            return time.getYear() >= 1 && time.getYear() <= 9999 ? time.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
