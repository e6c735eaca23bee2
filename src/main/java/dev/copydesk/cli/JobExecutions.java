package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The job executions of a database as the {@code jobs} commands find and print them. */
final class JobExecutions {

    /** Columns of the list; scripts rely on them. */
    static final List<String> COLUMNS = List.of(
            "id",
            "job",
            "status",
            "started_at",
            "ended_at",
            "files",
            "read",
            "loaded",
            "unchanged",
            "filtered",
            "quarantined",
            "exit_code");

    private final RunStore runs;
    private final RunHistory history;

    JobExecutions(Database database) {
        this.runs = new RunStore(database.jdbc(), Clock.systemUTC());
        this.history = new RunHistory(database.jdbc());
    }

    RunStore runs() {
        return runs;
    }

    RunHistory history() {
        return history;
    }

    /** The job execution with this id; fails with a hint when there is none. */
    Execution find(long id) {
        return runs.execution(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED, "there is no job execution " + id + "; see: ./copydesk jobs list"));
    }

    /** The run of a job execution that exists. */
    RunStore.Run runOf(Execution execution) {
        return runs.runOf(execution.id()).orElseThrow();
    }

    /** Values of the columns; times in UTC. */
    static List<@Nullable Object> row(Execution execution) {
        return new ArrayList<>(Arrays.<@Nullable Object>asList(
                execution.id(),
                execution.job(),
                execution.status(),
                execution.startedAt().toString(),
                execution.endedAt() == null ? null : execution.endedAt().toString(),
                execution.files(),
                execution.counts().read(),
                execution.counts().loaded(),
                execution.counts().unchanged(),
                execution.counts().filtered(),
                execution.counts().quarantined(),
                execution.exitCode()));
    }
}
