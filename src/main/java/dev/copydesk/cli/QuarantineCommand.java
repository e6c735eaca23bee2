package dev.copydesk.cli;

import picocli.CommandLine.Command;

/** {@code copydesk quarantine}: documents that could not be loaded. */
@Command(
        name = "quarantine",
        description = "Documents that could not be loaded.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            QuarantineListCommand.class,
            QuarantineShowCommand.class,
            QuarantineExportCommand.class,
            QuarantineReplayCommand.class,
            QuarantineResolveCommand.class
        })
final class QuarantineCommand {}
