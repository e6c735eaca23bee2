package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.QuarantineFilter;
import dev.copydesk.warehouse.QuarantineStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The open quarantine entries that a command is to work on: by id, by filter, or all of them when that is said. */
final class QuarantineSelection {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids as quarantine list shows them.")
    private List<Long> ids = List.of();

    @Option(names = "--all", description = "All open entries.")
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

    /** The entries; without ids the open ones only. */
    List<QuarantineStore.Entry> entries(QuarantineStore store) {
        boolean filtered = code != null || file != null || since != null;
        if (ids.isEmpty() && !filtered && !all) {
            throw new ParameterException(
                    spec.commandLine(), "say which entries: ids, --code, --file, --since, or --all");
        }
        if (!ids.isEmpty() && (filtered || all)) {
            throw new ParameterException(spec.commandLine(), "give either ids or filters, not both");
        }
        return ids.isEmpty()
                ? store.list(new QuarantineFilter(
                        false, code, file == null ? null : InstalledJobs.absolute(file), since, Integer.MAX_VALUE))
                : ids.stream().map(id -> find(store, id)).toList();
    }

    /** The entry with this id; fails with a hint when there is none. */
    static QuarantineStore.Entry find(QuarantineStore store, long id) {
        return store.find(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED, "there is no quarantine entry " + id + "; see: ./copydesk quarantine list"));
    }
}
