package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.QuarantineFilter;
import dev.copydesk.warehouse.QuarantineStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk quarantine list}: entries, newest first. */
@Command(name = "list", description = "Lists open entries, newest first.", mixinStandardHelpOptions = true)
final class QuarantineListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--all", description = "Resolved entries too.")
    private boolean all;

    @Option(names = "--code", paramLabel = "CODE", description = "Only entries with this code.")
    private @Nullable String code;

    @Option(names = "--file", paramLabel = "PATH", description = "Only entries of this file, folder or quoted glob.")
    private @Nullable String file;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = PastTime.class,
            description = "Only entries that failed since: 36h, 7d, 2026-11-20 or an instant.")
    private @Nullable Instant since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "Default: 100.")
    private int limit;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        QuarantineFilter filter = new QuarantineFilter(
                all, code, file == null ? null : InstalledJobs.absolute(file), since, Math.max(0, limit));
        try (Database database = Database.openMigrated()) {
            Listing.print(
                    spec.commandLine().getOut(),
                    json,
                    List.of("id", "code", "stage", "file", "offset", "attempts", "last_seen_at", "message"),
                    new QuarantineStore(database.jdbc(), Clock.systemUTC())
                            .list(filter).stream()
                                    .map(QuarantineListCommand::row)
                                    .toList());
        }
        return ExitCode.DONE;
    }

    private static List<@Nullable Object> row(QuarantineStore.Entry entry) {
        return Arrays.asList(
                entry.id(),
                entry.code(),
                entry.stage(),
                entry.path(),
                entry.offset(),
                entry.attempts(),
                entry.lastSeenAt().toString(),
                entry.message());
    }
}
