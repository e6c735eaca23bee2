package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
            new TextTagging(language, spec.commandLine().getOut()).tag(lines);
        }
        return ExitCode.DONE;
    }
}
