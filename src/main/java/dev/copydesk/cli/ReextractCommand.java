package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.Reextraction;
import dev.copydesk.warehouse.DocumentChange.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk reextract}: runs the present extractor over loaded files again. */
@Command(
        name = "reextract",
        description = {
            "Runs the present extractor again over loaded files that an older version was used for, and writes what comes"
                    + " out otherwise.",
            "The texts that are replaced stay as revisions whose cause is 'extractor'."
        },
        mixinStandardHelpOptions = true)
final class ReextractCommand implements Callable<Integer> {

    private static final Map<Kind, String> WORDS = new EnumMap<>(Map.of(
            Kind.CHANGED, "changed",
            Kind.ADDED, "now articles",
            Kind.FILTERED, "no longer articles",
            Kind.FILTERED_OTHERWISE, "filtered for another reason",
            Kind.MERGED, "of another article",
            Kind.FAILS, "failed and left as they are"));

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = PastTime.class,
            description = "Only files loaded since: an age (90d, 36h), a date or an instant.")
    private @Nullable Instant since;

    @Option(names = "--diff", description = "Only show what would change; nothing is written.")
    private boolean diff;

    @Option(names = "--json", description = "Print what changes as a JSON array, an object for each field.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (StopOnSignal stop = new StopOnSignal();
                Database database = Database.openCurrent();
                RemoteInput remote = new RemoteInput()) {
            Reextraction reextraction = new Reextraction(database.dataSource(), Clock.systemUTC(), remote.access());
            PrintWriter out = spec.commandLine().getOut();
            DifferenceListing listing = new DifferenceListing(out, json, diff);
            Reextraction.Summary summary = diff
                    ? reextraction.compare(since, stop.signal(), listing)
                    : reextraction.apply(since, stop.signal(), listing);
            listing.end();
            (json ? spec.commandLine().getErr() : out).println(sentence(summary));
            return stop.exitsWith(summary.stopped() ? ExitCode.STOPPED : ExitCode.DONE);
        }
    }

    private String sentence(Reextraction.Summary summary) {
        if (summary.files() + summary.unavailable() == 0 && !summary.stopped()) {
            return "nothing to do: no loaded file" + (since == null ? "" : " of that time")
                    + " was extracted by another version";
        }
        StringBuilder text = new StringBuilder(
                        number(summary.files(), "file") + ", " + number(summary.documents(), "document") + ": ")
                .append(String.format(Locale.ROOT, "%,d the same", summary.same()));
        summary.changes()
                .forEach((kind, count) -> text.append(String.format(Locale.ROOT, ", %,d %s", count, WORDS.get(kind))));
        if (summary.leftAlone() > 0) {
            text.append(String.format(
                    Locale.ROOT, ", %,d left alone (past texts, quarantine, taken down)", summary.leftAlone()));
        }
        if (summary.unavailable() > 0) {
            text.append("; " + number(summary.unavailable(), "file") + " gone or changed since");
        }
        if (summary.stopped()) {
            text.append("; stopped, the same command goes on");
        } else if (diff) {
            text.append("; nothing written, run it without --diff to write");
        }
        return text.toString();
    }

    private static String number(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
