package dev.copydesk.cli;

import picocli.CommandLine.Command;

/** {@code copydesk jobs}: loads that ran or run. */
@Command(
        name = "jobs",
        description = "Loads that ran or run, by their job execution.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JobsListCommand.class,
            JobsShowCommand.class,
            JobsWatchCommand.class,
            JobsRestartCommand.class,
            JobsStopCommand.class,
            JobsRecoverCommand.class,
            JobsAbandonCommand.class,
            JobsAcceptCommand.class,
            JobsPurgeCommand.class
        })
final class JobsCommand {}
