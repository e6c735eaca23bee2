package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.copydesk.GeneratedDocument;
import dev.copydesk.SampleWarehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/queries.md} shows what the queries really give. */
@Tag("database")
class QueriesDocumentTest {

    @Test
    void everyDocumentedQueryGivesTheOutputBelowItToAReader() throws Exception {
        assertThat(DocumentedQueries.all()).hasSize(20);
        assumeThat(SampleWarehouse.shared().serverVersion())
                .as("the version whose ts_headline cut the headlines in the document")
                .isEqualTo(18);
        try (Connection connection = SampleWarehouse.shared().connect()) {
            SampleWarehouse.becomeReader(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set timezone to 'UTC'");
                GeneratedDocument.hold(
                        DocumentedQueries.DOCUMENT,
                        DocumentedQueries.withOutputs(query -> output(statement, query)),
                        QueriesDocumentTest.class);
            }
        }
    }

    @Test
    void everyDocumentedQueryFindsSomething() throws Exception {
        try (Connection connection = SampleWarehouse.shared().connect();
                Statement statement = connection.createStatement()) {
            for (DocumentedQueries.Query query : DocumentedQueries.all()) {
                assertThat(output(statement, query)).as(query.heading()).doesNotContain("(0 rows)");
            }
        }
    }

    private static String output(Statement statement, DocumentedQueries.Query query) {
        StringWriter output = new StringWriter();
        try (ResultSet result = statement.executeQuery(query.sql());
                PrintWriter out = new PrintWriter(output)) {
            new QueryRows(result).printTable(out);
        } catch (SQLException e) {
            throw new IllegalStateException(query.heading(), e);
        }
        // A table pads its last column's cells not at all, and empty ones leave the blanks before them.
        return output.toString().replaceAll("(?m) +$", "").replace(System.lineSeparator(), "\n");
    }
}
