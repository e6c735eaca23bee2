package dev.copydesk.cli;

import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.telemetry.RunTelemetry;
import dev.copydesk.document.SourceTree;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk load}: raw files into the warehouse. */
@Command(
        name = "load",
        description = {
            "Loads raw pages into the warehouse.",
            "Files that are loaded already and unchanged are left alone; an unfinished run of the same job is resumed."
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files, folders (read with all below) or globs: .html .htm .xhtml .txt .warc .wet, each also gzipped;"
                            + " .warc.zst, .wacz. Also https://HOST/FILE, and objects of S3: s3://BUCKET/KEY,"
                            + " s3://BUCKET/FOLDER/ with all below, s3://BUCKET/FOLDER/*.warc.gz.")
    private List<String> paths = List.of();

    @Option(names = "--job", paramLabel = "NAME", description = "Run the job definition jobs/NAME.yml.")
    private @Nullable String job;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateRange.Converter.class,
            description = "Date the job is for (2026-11-20), or a period (2026-11-20..2026-11-22); fills {date}.")
    private @Nullable DateRange dates;

    @Option(names = "--rerun", description = "With --date: load anew what was completed, for files that came later.")
    private boolean rerun;

    @Option(names = "--no-resume", description = "Refuse (exit code 6) when the last run of the job is unfinished.")
    private boolean noResume;

    @Option(names = "--strict", description = "Exit code 3 when documents were quarantined.")
    private boolean strict;

    @Option(
            names = "--json",
            description = "Print what came of the load as a JSON object, as jobs show does; of a period, one a line.")
    private boolean json;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private TelemetryOptions telemetry;

    @Option(names = "--chunk-size", paramLabel = "N", description = "Documents in a chunk. Default: 200.")
    private @Nullable Integer chunkSize;

    @Option(names = "--threads", paramLabel = "N", description = "Documents extracted at once. Default: one a core.")
    private @Nullable Integer threads;

    @Option(names = "--max-document-size", paramLabel = "SIZE", description = "Largest unpacked page. Default: 20MiB.")
    private @Nullable String maxDocumentSize;

    @Option(names = "--max-document-time", paramLabel = "TIME", description = "Most CPU time for a page. Default: 60s.")
    private @Nullable String maxDocumentTime;

    @Option(
            names = "--keep-non-articles",
            description = "Load listings, products, forums and the like as well, instead of filtering them.")
    private boolean keepNonArticles;

    @Override
    public Integer call() throws Exception {
        if (dates == null && rerun) {
            throw new ParameterException(spec.commandLine(), "--rerun goes with --job NAME --date DATE");
        }
        JobDefinition definition = definition(dates == null ? null : dates.first());
        if (dates == null) {
            SourceTree.of(definition.input()); // tells of a path that does not exist before anything is started
        }
        try (StopOnSignal stop = new StopOnSignal()) {
            return stop.exitsWith(telemetry.tell(definition.name(), told -> load(definition, stop, told)));
        }
    }

    private int load(JobDefinition definition, StopOnSignal stop, RunTelemetry told) throws Exception {
        LoadSummary.Options options = new LoadSummary.Options(strict, json);
        try (Database database = Database.open()) {
            if (dates != null) {
                return new DatedLoads(database, spec.commandLine(), stop, told, this::definition)
                        .load(dates.dates(), !noResume, rerun, options);
            }
            return LoadSession.run(
                    database,
                    spec.commandLine(),
                    options,
                    told,
                    (launcher, progress) ->
                            launcher.load(new LoadRequest(definition, null, !noResume, progress, stop.signal())));
        }
    }

    private JobDefinition definition(@Nullable LocalDate date) {
        if (job == null) {
            if (paths.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "give a PATH to load, or --job NAME");
            }
            if (date != null) {
                throw new ParameterException(spec.commandLine(), "--date goes with --job NAME");
            }
            return overridden(JobDefinition.of(
                    "load", paths.stream().map(InstalledJobs::absolute).toList()));
        }
        if (!paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give either a PATH or --job NAME, not both");
        }
        return overridden(InstalledJobs.definition(job, date));
    }

    private JobDefinition overridden(JobDefinition base) {
        return base.withChunks(
                        chunkSize == null ? base.chunkSize() : chunkSize, threads == null ? base.threads() : threads)
                .withMaxDocumentSize(
                        maxDocumentSize == null ? base.maxDocumentSize() : JobDefinition.documentSize(maxDocumentSize))
                .withMaxDocumentTime(
                        maxDocumentTime == null ? base.maxDocumentTime() : JobDefinition.documentTime(maxDocumentTime))
                .withKeepNonArticles(keepNonArticles || base.keepNonArticles());
    }
}
