package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.document.TimeBudget;
import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.QualityGate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobDefinitionTest {

    @Test
    void theKeyTellsNameInputAndDateApart() {
        JobDefinition definition = JobDefinition.of("nightly", List.of("/a", "/b"));
        LocalDate date = LocalDate.parse("2026-11-20");

        assertThat(definition.key(date))
                .isEqualTo(JobDefinition.of("nightly", List.of("/b", "/a")).key(date));
        assertThat(definition.key(date))
                .isNotEqualTo(definition.key(null))
                .isNotEqualTo(definition.key(date.plusDays(1)))
                .isNotEqualTo(JobDefinition.of("weekly", List.of("/a", "/b")).key(date))
                .isNotEqualTo(JobDefinition.of("nightly", List.of("/a/b")).key(date));
    }

    @Test
    void howAJobIsRunDoesNotMakeItAnotherJob() {
        JobDefinition definition = JobDefinition.of("nightly", List.of("/a"));
        JobDefinition faster = new JobDefinition(
                "nightly",
                List.of("/a"),
                7,
                9,
                1,
                TimeBudget.DEFAULT,
                false,
                QuarantineLimit.DEFAULT,
                QualityGate.DEFAULT);

        assertThat(faster.key(null)).isEqualTo(definition.key(null));
    }

    @Test
    void theRateIsLookedAtOnlyWhenEnoughWasRead() {
        QuarantineLimit limit = new QuarantineLimit(null, 0.25, 8);

        limit.check(new LedgerCounts(0, 0, 0, 7));
        limit.check(new LedgerCounts(3, 2, 1, 2));
        assertThatThrownBy(() -> limit.check(new LedgerCounts(3, 1, 1, 3)))
                .isInstanceOf(QuarantineLimitPassedException.class)
                .hasMessage("3 of 8 documents went to quarantine, more than quarantine.max_rate: 0.25");
    }
}
