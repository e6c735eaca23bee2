package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.Recovery;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs watch}: how a load gets on that runs in another process, on this host or another. */
@Command(
        name = "watch",
        description = {
            "Shows how a job execution gets on until it ends. Ctrl-C ends the watching, not the load.",
            "Exit code 0 when it ended, 1 when it gives no sign of life any more."
        },
        mixinStandardHelpOptions = true)
final class JobsWatchCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("id", "status", "step", "files", "files_left", "read", "loaded", "quarantined", "seconds_left");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
    private long id;

    @Option(names = "--every", paramLabel = "SECONDS", defaultValue = "1", description = "Default: 1.")
    private int every;

    @Option(names = "--json", description = "Print a JSON object a line.")
    private boolean json;

    private long firstFiles = -1;
    private long firstAt;

    @Override
    public Integer call() throws InterruptedException {
        try (Database database = Database.openMigrated()) {
            JobExecutions executions = new JobExecutions(database);
            String shown = "";
            while (true) {
                Execution execution = executions.find(id);
                String line = line(execution, executions.history());
                if (!line.equals(shown)) {
                    out().println(line);
                    out().flush();
                    shown = line;
                }
                if (!BatchStatus.valueOf(execution.status()).isRunning()) {
                    return ExitCode.DONE;
                }
                requireLife(executions.runs());
                Thread.sleep(Duration.ofSeconds(Math.max(1, every)).toMillis());
            }
        }
    }

    private void requireLife(RunStore runs) {
        runs.heartbeat(id).filter(beat -> Recovery.isStale(beat.age())).ifPresent(beat -> {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "job execution " + id + " has given no sign of life for "
                            + beat.age().toSeconds() + " s; if it is dead, run: ./copydesk jobs recover " + id);
        });
    }

    private String line(Execution execution, RunHistory history) {
        List<RunHistory.Step> steps = history.steps(id);
        String step = steps.isEmpty() ? null : steps.get(steps.size() - 1).name();
        long left = history.pendingFiles(execution.runId());
        List<@Nullable Object> values = Arrays.<@Nullable Object>asList(
                id,
                execution.status(),
                step,
                execution.files(),
                left,
                execution.counts().read(),
                execution.counts().loaded(),
                execution.counts().quarantined(),
                secondsLeft(execution.files(), left));
        return json ? JsonRows.object(COLUMNS, values) : keyValues(values);
    }

    private static String keyValues(List<? extends @Nullable Object> values) {
        StringJoiner line = new StringJoiner(" ");
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (values.get(i) != null) {
                line.add(COLUMNS.get(i) + "=" + values.get(i));
            }
        }
        return line.toString();
    }

    /** By the files that were dealt with since watching began; null before any was. */
    private @Nullable Long secondsLeft(long files, long left) {
        if (firstFiles < 0) {
            firstFiles = files;
            firstAt = System.nanoTime();
        }
        long done = files - firstFiles;
        return done == 0 ? null : Math.round((System.nanoTime() - firstAt) / 1e9 / done * left);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
