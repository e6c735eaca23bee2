package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.TestDatabase;
import dev.copydesk.cli.CopydeskProcess.Result;
import dev.copydesk.hostile.HostileInput;
import dev.copydesk.hostile.HostileInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole corpus in one load with a heap of 512 MB: nothing is lost beside what is bad. */
@Tag("database")
class HostileLoadTest {

    private static final int GOOD_PAGES = 40;

    @TempDir
    private Path folder;

    @Test
    void everyGoodPageIsLoadedAndEveryBadOneIsAccountedFor() throws Exception {
        List<HostileInput> inputs = HostileInputs.all();
        for (HostileInput input : inputs) {
            input.writer().write(folder.resolve(input.file()));
        }
        List<String> traps = HostileInputs.writeTraps(folder);
        for (int i = 0; i < GOOD_PAGES; i++) {
            Files.writeString(folder.resolve("good" + i + ".html"), goodPage(i));
        }
        try (TestDatabase database = TestDatabase.migrated()) {
            Result load = CopydeskProcess.on(database).run("load", folder.toString());

            assertThat(load.exitCode()).as(load.out() + load.err()).isZero();
            assertThat((load.out() + load.err()).replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
            JdbcTemplate jdbc = new JdbcTemplate(
                    new DriverManagerDataSource(database.url(), database.username(), database.password()));
            assertThat(jdbc.queryForObject(
                            "select count(*) from warehouse.article where url like 'https://good.example/%'",
                            Long.class))
                    .isEqualTo(GOOD_PAGES);
            assertThat(jdbc.queryForObject("select sum(read) from ops.source_file", Long.class))
                    .isEqualTo(inputs.size() + GOOD_PAGES);
            assertThat(jdbc.queryForList("select path from ops.source_file where status <> 'loaded'", String.class))
                    .isEmpty();
            assertThat(load.out() + load.err()).contains(traps);
            for (HostileInput input : inputs) {
                String code = input.outcome().code();
                if (code != null) {
                    assertThat(jdbc.queryForList(
                                    """
                                    select 'quarantined ' || code from ops.quarantine q
                                    join ops.source_file f using (source_file_id) where f.path = ?
                                    union all
                                    select 'filtered ' || reason from ops.filtered
                                    join ops.source_file f using (source_file_id) where f.path = ?""",
                                    String.class,
                                    folder.resolve(input.file()).toString(),
                                    folder.resolve(input.file()).toString()))
                            .as(input.what())
                            .containsExactly(input.outcome().status() + " " + code);
                }
            }
        }
    }

    private static String goodPage(int number) {
        String story =
                "<p>Part %d of story " + number + ": the council of Lindhaven said on Tuesday that the old harbour"
                        + " wall would be raised by half a metre, after two winters in which the sea had come over it.</p>";
        return "<!DOCTYPE html><html lang=en><head><title>Good story " + number + "</title>"
                + "<link rel=canonical href='https://good.example/" + number + "'></head><body><article><h1>Good story "
                + number + "</h1>" + story.formatted(1) + story.formatted(2) + story.formatted(3)
                + "</article></body></html>";
    }
}
