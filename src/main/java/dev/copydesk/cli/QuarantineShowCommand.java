package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.document.RawDocument;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.QuarantineStore;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk quarantine show}: one entry and what is kept of its document. */
@Command(
        name = "show",
        description = "Shows one entry and what is kept of the document.",
        mixinStandardHelpOptions = true)
final class QuarantineShowCommand implements Callable<Integer> {

    private static final int BEGINNING = 300;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id as quarantine list shows it.")
    private long id;

    @Option(names = "--payload", description = "Print all that is kept of the document.")
    private boolean whole;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            QuarantineStore store = new QuarantineStore(database.jdbc(), Clock.systemUTC());
            QuarantineStore.Entry entry = QuarantineSelection.find(store, id);
            RawDocument kept = store.kept(entry, new Ledger(database.jdbc()).fileOf(id));
            String text = kept == null ? null : new String(kept.payload(), StandardCharsets.UTF_8);
            if (whole) {
                if (text == null) {
                    throw new CommandFailure(
                            ExitCode.FAILED, "nothing is kept of the document; its file is " + entry.path());
                }
                text.lines().forEach(line -> out().println(Printable.of(line)));
                return ExitCode.DONE;
            }
            Map<String, @Nullable Object> facts = facts(entry);
            if (kept != null && text != null) {
                facts.put("url", kept.url());
                facts.put(
                        "captured_at",
                        kept.capturedAt() == null ? null : kept.capturedAt().toString());
                facts.put("content_type", kept.contentType());
                facts.put("begins", Printable.of(text.strip(), BEGINNING));
            }
            if (json) {
                out().println(JsonRows.object(facts));
            } else {
                facts.forEach(this::show);
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> facts(QuarantineStore.Entry entry) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("id", entry.id());
        facts.put("code", entry.code());
        facts.put("message", entry.message());
        facts.put("file", entry.path());
        facts.put("offset", entry.offset());
        facts.put("stage", entry.stage());
        facts.put("attempts", entry.attempts());
        facts.put("first_seen_at", entry.firstSeenAt().toString());
        facts.put("last_seen_at", entry.lastSeenAt().toString());
        Instant resolvedAt = entry.resolvedAt();
        facts.put("resolved_at", resolvedAt == null ? null : resolvedAt.toString());
        facts.put("resolution", entry.resolution());
        facts.put("note", entry.note());
        facts.put("kept_bytes", entry.payloadBytes());
        return facts;
    }

    private void show(String name, @Nullable Object value) {
        if (value != null) {
            out().println(String.format(Locale.ROOT, "%-14s ", name) + Printable.of(value.toString()));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
