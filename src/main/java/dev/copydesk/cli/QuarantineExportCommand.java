package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.QuarantineStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk quarantine export}: kept documents as files, to look at or to try with {@code extract}. */
@Command(
        name = "export",
        description = {
            "Writes kept documents into a folder, with a manifest of their URLs and capture dates.",
            "Try them with: ./copydesk extract --explain FOLDER"
        },
        mixinStandardHelpOptions = true)
final class QuarantineExportCommand implements Callable<Integer> {

    private static final String MANIFEST = "manifest.jsonl";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private QuarantineSelection selection = new QuarantineSelection();

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "A new or empty folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Database database = Database.openMigrated()) {
            QuarantineStore store = new QuarantineStore(database.jdbc(), Clock.systemUTC());
            List<QuarantineStore.Entry> entries = selection.entries(store);
            Files.createDirectories(folder);
            ActionReport report = new ActionReport();
            try (Writer manifest = Files.newBufferedWriter(folder.resolve(MANIFEST), StandardOpenOption.CREATE_NEW)) {
                for (QuarantineStore.Entry entry : entries) {
                    RawDocument kept = store.kept(entry, new Ledger(database.jdbc()).fileOf(entry.id()));
                    export(entry, kept, manifest, report);
                }
            } catch (FileAlreadyExistsException e) {
                throw new CommandFailure(
                        ExitCode.USAGE, e.getFile() + " exists already; export into a new or empty folder");
            }
            report.print(spec.commandLine().getOut(), json, "no entry is open that matches");
        }
        return ExitCode.DONE;
    }

    private void export(
            QuarantineStore.Entry entry, @Nullable RawDocument document, Writer manifest, ActionReport report)
            throws IOException {
        if (document == null) {
            report.add(entry.id(), entry.code(), "not_kept", entry.id() + " nothing is kept of it: " + entry.path());
            return;
        }
        String name = entry.id() + (document.format() == DocumentFormat.HTML ? ".html" : ".txt");
        Files.write(folder.resolve(name), document.payload(), StandardOpenOption.CREATE_NEW);
        Instant capturedAt = document.capturedAt();
        manifest.write(JsonRows.object(
                        List.of("file", "url", "captured_at"),
                        Arrays.asList(name, document.url(), capturedAt == null ? null : capturedAt.toString()))
                + "\n");
        report.add(
                entry.id(),
                entry.code(),
                "exported",
                entry.id() + " is in " + folder.resolve(name) + ": " + entry.path());
    }
}
