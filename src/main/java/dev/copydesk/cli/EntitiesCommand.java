package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.entity.EntityType;
import dev.copydesk.warehouse.EntityCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk entities}: persons, organisations and places. */
@Command(
        name = "entities",
        description = "Persons, organisations and places.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class EntitiesCommand {

    private static final String ENTITY = "An entity's id, canonical name or alias.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "tag",
            description = {
                "Finds the names in plain text and prints a JSON object for each paragraph, in order. Needs no database.",
                "A line is a paragraph, a blank line ends a document. Offsets are in code points."
            },
            mixinStandardHelpOptions = true)
    int tag(
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "UTF-8 text. Default: standard input.")
                    @Nullable
                    Path file,
            @Option(
                            names = "--language",
                            paramLabel = "CODE",
                            description = "ISO 639-1 code of the text's language. Default: told from the text.")
                    @Nullable
                    String language)
            throws IOException {
        if (file != null && (!Files.isReadable(file) || Files.isDirectory(file))) {
            throw new CommandFailure(ExitCode.USAGE, "cannot read the file " + file);
        }
        try (InputStream in = file == null ? System.in : Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            new TextTagging(language, out()).tag(lines);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "list",
            description = "Lists the entities that articles name, the most named first.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--type", paramLabel = "TYPE", description = "Only ${COMPLETION-CANDIDATES}.") @Nullable
                    EntityType type,
            @Option(names = "--name", paramLabel = "TEXT", description = "Only those with this in a name or an alias.")
                    @Nullable
                    String part,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "Default: 100.") int limit,
            @Option(names = "--json", description = "Print a JSON array.") boolean json) {
        try (Database database = Database.openMigrated()) {
            Listing.print(
                    out(),
                    json,
                    List.of("id", "type", "name", "mentions", "articles"),
                    catalogue(database).list(label(type), part, limit).stream()
                            .map(entry -> Arrays.<@Nullable Object>asList(
                                    entry.id(), entry.type(), entry.name(), entry.mentions(), entry.articles()))
                            .toList());
        }
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Shows an entity and all its names.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ENTITY", description = ENTITY) String name,
            @Option(names = "--type", paramLabel = "TYPE", description = "Only ${COMPLETION-CANDIDATES}.") @Nullable
                    EntityType type,
            @Option(names = "--json", description = "Print its names as a JSON array.") boolean json) {
        try (Database database = Database.openMigrated()) {
            EntityCatalogue catalogue = catalogue(database);
            EntityCatalogue.Entry entity = one(catalogue, name, type);
            if (!json) {
                out().println(Printable.of(described(entity)) + ": " + entity.mentions() + " mentions in "
                        + entity.articles() + " articles");
            }
            Listing.print(
                    out(),
                    json,
                    List.of("alias", "source"),
                    catalogue.aliases(entity.id()).stream()
                            .map(alias -> List.of(alias.name(), alias.source()))
                            .toList());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "alias",
            description = {
                "Gives an entity another name: later loads put mentions with this name under it.",
                "Where two entities of a type have one alias, a mention of it is left as written and marked ambiguous."
            },
            mixinStandardHelpOptions = true)
    int alias(
            @Parameters(paramLabel = "ENTITY", description = ENTITY) String name,
            @Parameters(paramLabel = "ALIAS", description = "The other name.") String alias,
            @Option(names = "--type", paramLabel = "TYPE", description = "Only ${COMPLETION-CANDIDATES}.") @Nullable
                    EntityType type,
            @Option(
                            names = "--remove",
                            description = "Take back an alias that was set so; mentions stay where they are.")
                    boolean remove) {
        if (alias.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "the alias is empty");
        }
        try (Database database = Database.openMigrated()) {
            EntityCatalogue catalogue = catalogue(database);
            EntityCatalogue.Entry entity = one(catalogue, name, type);
            if (remove) {
                if (!catalogue.removeAlias(entity.id(), alias.strip())) {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            "no analyst gave " + described(entity) + " the alias '" + alias
                                    + "'; see: ./copydesk entities show " + entity.id());
                }
                out().println(Printable.of("'" + alias.strip() + "' no longer stands for " + described(entity)));
                return ExitCode.DONE;
            }
            catalogue.namesake(entity, alias.strip()).forEach(other -> {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "'" + alias + "' is an entity of its own, " + described(other)
                                + "; to make them one, run: ./copydesk entities merge " + other.id() + " "
                                + entity.id());
            });
            catalogue.addAlias(entity.id(), alias.strip());
            out().println(Printable.of("'" + alias.strip() + "' stands for " + described(entity) + " in later loads"));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "merge",
            description = {
                "Makes two entities one: the mentions and names of FROM become those of INTO, and later loads follow.",
                "Cannot be undone for the mentions that are moved."
            },
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "FROM", description = ENTITY) String from,
            @Parameters(paramLabel = "INTO", description = ENTITY) String into,
            @Option(names = "--type", paramLabel = "TYPE", description = "Only ${COMPLETION-CANDIDATES}.") @Nullable
                    EntityType type) {
        try (Database database = Database.openMigrated()) {
            EntityCatalogue catalogue = catalogue(database);
            EntityCatalogue.Entry first = one(catalogue, from, type);
            EntityCatalogue.Entry second = one(catalogue, into, type);
            if (first.id() == second.id()) {
                throw new CommandFailure(ExitCode.USAGE, "both are " + described(first));
            }
            if (!first.type().equals(second.type())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        described(first) + " and " + described(second)
                                + " are of different types; give --type, or ids of one type");
            }
            int moved = catalogue.merge(first.id(), second.id());
            out().println(Printable.of(
                    "'" + first.name() + "' is " + described(second) + " now: " + moved + " mentions moved"));
        }
        return ExitCode.DONE;
    }

    /** The entity that the words of the command line mean; fails where there is none or more than one. */
    private static EntityCatalogue.Entry one(EntityCatalogue catalogue, String name, @Nullable EntityType type) {
        boolean id = name.matches("\\d{1,18}");
        List<EntityCatalogue.Entry> found = catalogue.find(name, label(type));
        if (found.isEmpty() && id) {
            found = catalogue.find(Long.parseLong(name));
        }
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "there is no entity '" + name + "'; see: ./copydesk entities list --name TEXT");
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "'" + name + "' means several entities: "
                            + found.stream()
                                    .limit(10)
                                    .map(EntitiesCommand::described)
                                    .collect(Collectors.joining(", "))
                            + "; give an id or --type");
        }
        return found.get(0);
    }

    private static String described(EntityCatalogue.Entry entity) {
        return entity.name() + " (" + entity.type() + ", id " + entity.id() + ")";
    }

    private static @Nullable String label(@Nullable EntityType type) {
        return type == null ? null : type.name().toLowerCase(Locale.ROOT);
    }

    private static EntityCatalogue catalogue(Database database) {
        return new EntityCatalogue(
                database.jdbc(), new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
