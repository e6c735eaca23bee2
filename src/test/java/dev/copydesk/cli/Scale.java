package dev.copydesk.cli;

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
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Fills a warehouse with synthetic articles, runs every documented query on it and explains it: {@code mvn -Pscale -DskipTests
 * -Dscale.articles=1000000 verify}. Fails when a query reads the whole of the paragraphs or mentions. A million articles take
 * about 18 GB of disk while it runs.
 */
public final class Scale {

    private static final Path FILL = Path.of("src", "test", "resources", "scale", "fill.sql");

    private Scale() {}

    public static void main(String[] args) throws SQLException, IOException {
        long articles = Long.parseLong(args[0]);
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
            List<String> whole = new ArrayList<>();
            for (DocumentedQueries.Query query : DocumentedQueries.all()) {
                if (explain(statement, query)) {
                    whole.add(query.heading());
                }
            }
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
