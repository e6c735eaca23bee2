package dev.copydesk.cli;

import dev.copydesk.SampleCopies;
import dev.copydesk.TestDatabase;
import dev.copydesk.warehouse.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Fills a warehouse with synthetic articles, runs every documented query on it and explains it, loads pages into it and into an
 * empty one, and exports it: {@code mvn -Pscale -DskipTests -Dscale.articles=1000000 verify}. Fails when a query reads the whole
 * of the paragraphs or mentions. A million articles take about 25 GB of disk while it runs.
 */
public final class Scale {

    private static final Path FILL = Path.of("src", "test", "resources", "scale", "fill.sql");

    private static final int PAGES = 4_000;

    private Scale() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        long articles = Long.parseLong(args[0]);
        Path folder = Files.createTempDirectory("copydesk-scale");
        try {
            run(articles, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void run(long articles, Path folder) throws SQLException, IOException, InterruptedException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            new Schema(new DriverManagerDataSource(database.url(), database.username(), database.password())).migrate();
            statement.execute("set scale.articles = " + articles);
            for (String part : Files.readString(FILL).split("-- part: ", -1)) {
                if (!part.startsWith("--")) {
                    fill(statement, part);
                }
            }
            printSizes(statement);
            List<String> whole = new ArrayList<>();
            for (DocumentedQueries.Query query : DocumentedQueries.all()) {
                if (explain(statement, query)) {
                    whole.add(query.heading());
                }
            }
            compareLoads(database, Files.createDirectory(folder.resolve("pages")));
            fill(statement, "vacuum after the load\nvacuum analyze;");
            export(database, folder.resolve("export"));
            if (!whole.isEmpty()) {
                throw new IllegalStateException("these read all paragraphs or mentions: " + whole);
            }
        }
    }

    private static void fill(Statement statement, String part) throws SQLException {
        int endOfName = part.indexOf('\n');
        Instant start = Instant.now();
        StringBuilder command = new StringBuilder();
        boolean inBody = false;
        for (String line : part.substring(endOfName).split("\n", -1)) {
            command.append(line).append('\n');
            inBody ^= line.contains("$$");
            if (line.endsWith(";") && !inBody) { // one by one, for VACUUM runs in no transaction
                statement.execute(command.toString());
                command.setLength(0);
            }
        }
        System.out.printf("%-32s %,8d ms%n", part.substring(0, endOfName), since(start));
    }

    private static void printSizes(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select relname, reltuples::bigint, pg_table_size(oid) / 1000000, pg_indexes_size(oid) / 1000000 from pg_class
                where relkind = 'r' and relnamespace = 'warehouse'::regnamespace order by pg_total_relation_size(oid) desc""")) {
            while (rows.next()) {
                System.out.printf(
                        "%-24s %,12d rows %,8d MB table %,8d MB indexes%n",
                        rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4));
            }
        }
    }

    /** The same pages into an empty warehouse, into the full one, and into another empty one, as the machine may have changed. */
    private static void compareLoads(TestDatabase full, Path pages) throws IOException, InterruptedException {
        SampleCopies.write(pages, PAGES);
        try (TestDatabase empty = TestDatabase.migrated();
                TestDatabase emptyAgain = TestDatabase.migrated()) {
            load("into an empty warehouse", empty, pages);
            load("into the full warehouse", full, pages);
            load("into an empty warehouse", emptyAgain, pages);
        }
    }

    private static void load(String where, TestDatabase database, Path pages) throws IOException, InterruptedException {
        Instant start = Instant.now();
        CopydeskProcess.Result result = CopydeskProcess.on(database).run("load", pages.toString());
        System.out.printf("load of %,d pages %s: %,d ms%n", PAGES, where, since(start));
        require(result);
        result.out().lines().filter(line -> line.strip().startsWith("time")).forEach(System.out::println);
    }

    private static void export(TestDatabase database, Path folder) throws IOException, InterruptedException {
        Instant start = Instant.now();
        require(CopydeskProcess.on(database).run("export", "--format", "parquet", folder.toString()));
        System.out.printf("export as Parquet: %,d ms%n", since(start));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                System.out.printf("    %s: %,d MB%n", file.getFileName(), Files.size(file) / 1_000_000);
            }
        }
    }

    private static void require(CopydeskProcess.Result result) {
        if (result.exitCode() != 0) {
            throw new IllegalStateException("exit code " + result.exitCode() + ": " + result.err());
        }
    }

    /** Prints time and plan, and tells whether the plan reads a large table from end to end. */
    private static boolean explain(Statement statement, DocumentedQueries.Query query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        Instant start = Instant.now();
        try (ResultSet rows = statement.executeQuery("explain (analyze, timing off, costs off) " + query.sql())) {
            while (rows.next()) {
                plan.append("    ").append(rows.getString(1)).append('\n');
            }
        }
        System.out.printf("%s: %,d ms%n%s", query.heading(), since(start), plan);
        return plan.toString().matches("(?s).*Seq Scan on (paragraph|entity_mention)\\b.*");
    }

    private static long since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis();
    }
}
