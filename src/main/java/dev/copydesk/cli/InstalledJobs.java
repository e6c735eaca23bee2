package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.JobDefinitionFile;
import dev.copydesk.document.RemoteAddress;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The job definitions in the folder {@code jobs} beside the launcher. */
final class InstalledJobs {

    private static final String DATE = "{date}";

    private InstalledJobs() {}

    /** The definition of this name, its input absolute and its date filled in. */
    static JobDefinition definition(String name, @Nullable LocalDate date) {
        JobDefinition definition = JobDefinitionFile.read(file(name));
        boolean needsDate = definition.input().stream().anyMatch(input -> input.contains(DATE));
        if (needsDate && date == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "job '" + name + "' has {date} in its input: give --date, such as --date 2026-11-20");
        }
        if (!needsDate && date != null) {
            throw new CommandFailure(ExitCode.USAGE, "job '" + name + "' has no {date} in its input: leave out --date");
        }
        return definition.withInput(definition.input().stream()
                .map(input -> date == null ? input : input.replace(DATE, date.toString()))
                .map(InstalledJobs::absolute)
                .toList());
    }

    /** The definition by which a run is resumed: its own where it still stands, else the defaults. */
    static JobDefinition definitionOf(RunStore.Run run) {
        Path file = file(run.job());
        JobDefinition definition =
                Files.isRegularFile(file) ? JobDefinitionFile.read(file) : JobDefinition.of(run.job(), run.inputs());
        return definition.withInput(run.inputs()).withKeepNonArticles(run.keepNonArticles());
    }

    /** The input as the ledger and the database may know it: an absolute path, or a URL without credentials. */
    static String absolute(String input) {
        if (SourceLocation.isRemote(input)) {
            return RemoteAddress.checked(input);
        }
        return Path.of(input).toAbsolutePath().normalize().toString();
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("copydesk.install", "."), "jobs", name + ".yml")
                .toAbsolutePath()
                .normalize();
    }
}
