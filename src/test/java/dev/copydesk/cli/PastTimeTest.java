package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PastTimeTest {

    @ParameterizedTest
    @CsvSource({"30min, PT30M", "36h, PT36H", "90d, P90D", "12w, P84D"})
    void anAgeIsCountedBackFromNow(String age, Duration expected) {
        Instant before = Instant.now();
        Instant time = new PastTime().convert(age);

        assertThat(time).isBetween(before.minus(expected), Instant.now().minus(expected));
    }

    @Test
    void monthsAndYearsAreThoseOfTheCalendar() {
        assertThat(new PastTime().convert("18mo").atZone(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(Instant.now().atZone(ZoneOffset.UTC).toLocalDate().minusMonths(18));
        assertThat(new PastTime().convert("2y").atZone(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(Instant.now().atZone(ZoneOffset.UTC).toLocalDate().minusYears(2));
    }

    @Test
    void aDateIsItsMidnightInUtc() {
        assertThat(new PastTime().convert("2026-11-20")).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(new PastTime().convert("2026-11-20T08:00:00+02:00")).isEqualTo("2026-11-20T06:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18m", "d", "-3d", "99999d", "yesterday", "2026-13-01", ""})
    void whatIsUnclearIsRefused(String text) {
        assertThatThrownBy(() -> new PastTime().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is no age (2y, 18mo");
    }
}
