package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.QuarantineStore;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk quarantine resolve}: closes entries whose documents are not wanted. */
@Command(
        name = "resolve",
        description = {
            "Closes entries without loading their documents.",
            "The ledger goes on counting them as quarantined; a later version of the file is loaded as usual."
        },
        mixinStandardHelpOptions = true)
final class QuarantineResolveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private QuarantineSelection selection = new QuarantineSelection();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; quarantine show tells it.")
    private @Nullable String note;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            QuarantineStore store = new QuarantineStore(database.jdbc(), Clock.systemUTC());
            ActionReport report = new ActionReport();
            for (QuarantineStore.Entry entry : selection.entries(store)) {
                boolean closed = store.dismiss(entry.id(), note);
                report.add(
                        entry.id(),
                        entry.code(),
                        closed ? "dismissed" : "closed",
                        entry.id() + (closed ? " is closed: " : " was closed already: ") + entry.path());
            }
            report.print(spec.commandLine().getOut(), json, "no entry is open that matches");
        }
        return ExitCode.DONE;
    }
}
