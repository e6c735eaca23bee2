package dev.copydesk.batch;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A load in a process of its own, for tests to kill. Prints a line when files are known and after every chunk. */
final class LoadProcess {

    private LoadProcess() {}

    /** Arguments: JDBC URL, user, password, folder, chunk size. */
    public static void main(String[] args) throws Exception {
        try (LoadContext context = LoadContext.start(new DriverManagerDataSource(args[0], args[1], args[2]))) {
            JobDefinition definition =
                    JobDefinition.of("load", List.of(args[3])).withChunks(Integer.parseInt(args[4]), 2);
            LoadResult result = context.launcher()
                    .load(TestWarehouse.request(definition, new AtomicBoolean(), new LoadProgress() {
                        @Override
                        public void started(long jobExecutionId) {
                            System.out.println("started");
                        }

                        @Override
                        public void discovered(long files, long bytes) {
                            System.out.println("discovered");
                        }

                        @Override
                        public void loaded(long files, long bytes) {
                            System.out.println("loaded");
                        }
                    }));
            System.exit(result.exitCode());
        }
    }
}
