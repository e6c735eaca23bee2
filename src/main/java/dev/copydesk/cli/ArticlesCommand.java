package dev.copydesk.cli;

import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.batch.ExitCode;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.Takedown;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk articles}: takedown and retention. */
@Command(
        name = "articles",
        description = "Takes articles out of the warehouse and keeps them out.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ArticlesCommand {

    /** Nobody means to delete what the last nightly load brought. */
    private static final Duration LEAST_AGE = Duration.ofDays(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "remove",
            description = "Deletes articles with all their rows and texts; later loads do not bring them back.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "URL", arity = "1..*", description = "URL, or article_key of an article without.")
                    List<String> urls,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept on record.")
                    String reason) {
        List<String> keys = urls.stream().map(ArticlesCommand::key).toList();
        try (Database database = Database.openCurrent()) {
            Takedown takedown = takedown(database);
            for (String key : keys) {
                String what = switch (takedown.remove(key, reason, user())) {
                    case REMOVED -> "removed       ";
                    case KEPT_OUT -> "not loaded yet, kept out from now on  ";
                    case REMOVED_BEFORE -> "removed before  ";
                };
                out().println(what + Printable.of(key));
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "restore",
            description = "Lets a removed or expired article back in; the next load of its files brings it.",
            mixinStandardHelpOptions = true)
    int restore(@Parameters(paramLabel = "URL", description = "As articles removed shows it.") String url) {
        String key = key(url);
        try (Database database = Database.openCurrent()) {
            List<SourceLocation> files = takedown(database)
                    .restore(key)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED, key + " is not kept out; see: ./copydesk articles removed"));
            out().println("let back in  " + Printable.of(key));
            for (SourceLocation file : files) {
                String path = Printable.of(file.toString());
                boolean gone = file instanceof SourceLocation.Disk disk && !Files.exists(disk.path());
                out().println(!gone ? "load again:  ./copydesk load " + path : "file is gone: " + path);
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "removed",
            description = "Lists what is kept out, the latest first.",
            mixinStandardHelpOptions = true)
    int removed(@Option(names = "--json", description = "Print a JSON array.") boolean json) {
        try (Database database = Database.openCurrent()) {
            Listing.print(
                    out(),
                    json,
                    List.of("article_key", "cause", "reason", "removed_at", "removed_by"),
                    takedown(database).tombstones().stream()
                            .map(one -> Arrays.<@Nullable Object>asList(
                                    one.articleKey(),
                                    one.cause(),
                                    one.reason(),
                                    one.removedAt().toString(),
                                    one.removedBy()))
                            .toList());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "expire",
            description = "Deletes articles published long ago, or first seen where that is unknown; keeps them out.",
            mixinStandardHelpOptions = true)
    int expire(
            @Option(
                            names = "--older-than",
                            paramLabel = "AGE",
                            required = true,
                            converter = PastTime.class,
                            description = "An age such as 2y, 18mo, 12w or 90d, or a date: 2020-01-01.")
                    Instant before,
            @Option(names = "--dry-run", description = "Only show what would be deleted.") boolean dryRun,
            @Option(names = "--json", description = "Print a JSON array.") boolean json) {
        if (!before.isBefore(Instant.now().minus(LEAST_AGE))) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--older-than means " + before + ", by which nearly every article would be deleted");
        }
        try (Database database = Database.openCurrent()) {
            Takedown takedown = takedown(database);
            List<Takedown.Expiring> expiring = takedown.expiring(before);
            Listing.print(
                    out(),
                    json,
                    List.of("site", "articles", "oldest", "newest"),
                    expiring.stream()
                            .map(one -> Arrays.<@Nullable Object>asList(
                                    one.site(),
                                    one.articles(),
                                    one.oldest().toString(),
                                    one.newest().toString()))
                            .toList());
            long expired = dryRun ? 0 : takedown.expire(before, "older than " + before, user());
            if (!json) {
                out().println(
                                dryRun
                                        ? "dry run, nothing deleted"
                                        : String.format(Locale.ROOT, "%,d articles deleted", expired));
            }
        }
        return ExitCode.DONE;
    }

    /** The natural key that an operator means. */
    private static String key(String url) {
        String key = url.startsWith("digest:") ? url : CanonicalUrl.of(url);
        if (key == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'" + url + "' is no http(s) URL and no article_key such as digest:…; look it up with:"
                            + " ./copydesk sql \"select article_key, title from warehouse.article limit 20\"");
        }
        return key;
    }

    private static Takedown takedown(Database database) {
        return new Takedown(
                database.jdbc(),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                Clock.systemUTC());
    }

    private static String user() {
        return System.getProperty("user.name", "unknown");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
