package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of {@code jobs/schedules} call the nightly job at half past two and never twice at once. */
class SchedulesTest {

    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-27T20:00:00");
    private static final LocalDateTime NEXT = LocalDateTime.parse("2026-11-28T02:30:00");

    @Test
    void cronCallsTheJobForTheDayBefore() throws IOException {
        String line = schedule("copydesk.cron")
                .lines()
                .filter(one -> !one.startsWith("#"))
                .findFirst()
                .orElseThrow();
        String[] fields = line.split("\\s+", 6);

        assertThat(next(String.join(" ", fields[0], fields[1], fields[2], fields[3], fields[4])))
                .isEqualTo(NEXT);
        // An unescaped % ends the command of a crontab line, crontab(5).
        assertThat(fields[5]).contains("--job nightly --date").doesNotContainPattern("[^\\\\]%");
    }

    @Test
    void kubernetesCallsItAloneAndLetsAChunkEnd() {
        JsonNode spec = YAMLMapper.builder()
                .build()
                .readTree(
                        Path.of("jobs/schedules/copydesk-nightly.cronjob.yaml").toFile())
                .get("spec");

        assertThat(next(spec.get("schedule").asString())).isEqualTo(NEXT);
        assertThat(spec.get("concurrencyPolicy").asString()).isEqualTo("Forbid");
        JsonNode pod = spec.at("/jobTemplate/spec/template/spec");
        assertThat(pod.get("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(pod.at("/containers/0/args/0").asString()).startsWith("exec ./copydesk load --job nightly");
    }

    @Test
    void systemdSendsTheSignalToTheLoadAlone() throws IOException {
        assertThat(schedule("copydesk-nightly.service"))
                .contains("KillMode=mixed", "NoNewPrivileges=yes", "ProtectSystem=strict", "load --job nightly");
    }

    private static LocalDateTime next(String fields) {
        return Objects.requireNonNull(CronExpression.parse("0 " + fields).next(EVENING));
    }

    private static String schedule(String name) throws IOException {
        return Files.readString(Path.of("jobs/schedules", name));
    }
}
