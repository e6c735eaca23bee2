package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.warehouse.Schema;
import dev.copydesk.warehouse.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Loads a page into a database that is thrown away, so that a JVM which records what it loads meets the classes that commands
 * need. The launcher runs it once for each build.
 */
@Command(name = "training-run", hidden = true)
final class TrainingCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PAGE", arity = "1..*")
    private List<String> pages = List.of();

    @Override
    public Integer call() throws Exception {
        Path home = Files.createTempDirectory("copydesk-training");
        try {
            try (Database database = Database.on(EmbeddedPostgres.open(home))) {
                new Schema(database.dataSource()).migrate();
                try (LoadContext context = LoadContext.start(database.dataSource())) {
                    context.launcher()
                            .load(new LoadRequest(
                                    JobDefinition.of("load", pages),
                                    null,
                                    true,
                                    new LoadProgress() {},
                                    new AtomicBoolean()));
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        return ExitCode.DONE;
    }
}
