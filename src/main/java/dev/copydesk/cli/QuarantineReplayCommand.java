package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.QuarantineReplay;
import dev.copydesk.batch.ReplayOutcome;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.warehouse.QuarantineStore;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk quarantine replay}: tries documents again with the present extractor. */
@Command(
        name = "replay",
        description = {
            "Tries documents again with the present extractor and loads those that succeed.",
            "Documents of which nothing was kept are read from their file, if that is still the same."
        },
        mixinStandardHelpOptions = true)
final class QuarantineReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private QuarantineSelection selection = new QuarantineSelection();

    @Option(names = "--max-document-time", paramLabel = "TIME", description = "Most CPU time for a page. Default: 60s.")
    private @Nullable String maxDocumentTime;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Database database = Database.openMigrated();
                RemoteInput remote = new RemoteInput()) {
            QuarantineStore store = new QuarantineStore(database.jdbc(), Clock.systemUTC());
            QuarantineReplay replay = new QuarantineReplay(
                    database.dataSource(),
                    Clock.systemUTC(),
                    remote.access(),
                    maxDocumentTime == null ? TimeBudget.DEFAULT : JobDefinition.documentTime(maxDocumentTime));
            ActionReport report = new ActionReport();
            for (QuarantineStore.Entry entry : selection.entries(store)) {
                ReplayOutcome outcome = replay.replay(entry);
                report.add(
                        entry.id(),
                        entry.code(),
                        outcome.name().toLowerCase(Locale.ROOT),
                        entry.id() + " " + sentence(outcome, QuarantineSelection.find(store, entry.id())));
            }
            report.print(spec.commandLine().getOut(), json, "no entry is open that matches");
        }
        return ExitCode.DONE;
    }

    private static String sentence(ReplayOutcome outcome, QuarantineStore.Entry now) {
        return switch (outcome) {
            case LOADED -> "is loaded: " + now.path();
            case FILTERED -> "holds no article and is filtered: " + now.path();
            case QUARANTINED -> "failed again, " + now.code() + ": " + now.path() + " " + now.message();
            case CLOSED -> "is closed already, or its file is about to be loaded again: " + now.path();
            case NOT_KEPT ->
                "cannot be tried again, nothing was kept and its file is gone or has changed: " + now.path();
        };
    }
}
