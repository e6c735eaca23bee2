package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    @Test
    void endsWorkThatNeverEnds() {
        String ended = TimeBudget.within(
                Duration.ofMillis(5),
                () -> {
                    while (true) {
                        TimeBudget.check();
                    }
                },
                message -> message);

        assertThat(ended).isEqualTo("the document took more than 5 ms of CPU time");
    }

    @Test
    void leavesWorkAloneThatHasTime() {
        String done = TimeBudget.within(
                TimeBudget.DEFAULT,
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        TimeBudget.check();
                    }
                    return "done";
                },
                message -> message);

        assertThat(done).isEqualTo("done");
    }

    @Test
    void isOfOneDocumentOnly() {
        TimeBudget.within(Duration.ofNanos(1), () -> "done", message -> message);

        for (int i = 0; i < 10_000; i++) {
            TimeBudget.check(); // of no document any more
        }
        assertThatThrownBy(() -> TimeBudget.within(
                        TimeBudget.DEFAULT,
                        () -> {
                            throw new IllegalStateException("a fault");
                        },
                        message -> message))
                .hasMessage("a fault");
    }
}
