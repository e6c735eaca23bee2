package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.QuarantineStore;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk quarantine}: documents that could not be loaded. */
@Command(
        name = "quarantine",
        description = "Documents that could not be loaded.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class QuarantineCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "list", description = "Lists open entries, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--code", paramLabel = "CODE", description = "Only entries with this code.") @Nullable
                    String code,
            @Option(names = "--all", description = "Resolved entries too.") boolean all,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "Default: 100.") int limit,
            @Option(names = "--json", description = "Print a JSON array.") boolean json) {
        try (Database database = Database.openMigrated()) {
            List<QuarantineStore.Entry> entries = store(database).list(all, code, limit);
            Listing.print(
                    out(),
                    json,
                    List.of("id", "code", "stage", "file", "offset", "attempts", "last_seen_at", "message"),
                    entries.stream()
                            .map(entry -> Arrays.<@Nullable Object>asList(
                                    entry.id(),
                                    entry.code(),
                                    entry.stage(),
                                    entry.path(),
                                    entry.offset(),
                                    entry.attempts(),
                                    entry.lastSeenAt().toString(),
                                    entry.message()))
                            .toList());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "Shows one entry and what is kept of the document.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "Id as quarantine list shows it.") long id,
            @Option(names = "--payload", description = "Print all that is kept of the document.") boolean whole) {
        try (Database database = Database.openMigrated()) {
            QuarantineStore store = store(database);
            QuarantineStore.Entry entry = store.find(id)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED,
                            "there is no quarantine entry " + id + "; see: ./copydesk quarantine list"));
            byte[] payload = store.payload(id);
            String text = payload == null ? null : new String(payload, StandardCharsets.UTF_8);
            if (whole) {
                if (text == null) {
                    throw new CommandFailure(
                            ExitCode.FAILED, "nothing is kept of the document; its file is " + entry.path());
                }
                text.lines().forEach(line -> out().println(Printable.of(line)));
                return ExitCode.DONE;
            }
            row("id", entry.id());
            row("code", entry.code());
            row("message", entry.message());
            row("file", entry.path());
            row("offset", entry.offset());
            row("stage", entry.stage());
            row("attempts", entry.attempts());
            row("first seen", entry.firstSeenAt());
            row("last seen", entry.lastSeenAt());
            row("resolved", entry.resolvedAt() == null ? "no" : entry.resolvedAt());
            row("payload", entry.payloadBytes() == null ? "not kept" : entry.payloadBytes() + " bytes");
            if (text != null) {
                row("begins", Printable.of(text.strip(), 300));
            }
        }
        return ExitCode.DONE;
    }

    private void row(String name, Object value) {
        out().printf("%-12s %s%n", name, Printable.of(value.toString()));
    }

    private static QuarantineStore store(Database database) {
        return new QuarantineStore(database.jdbc(), Clock.systemUTC());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
