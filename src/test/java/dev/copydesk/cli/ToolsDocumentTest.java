package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.copydesk.InstalledProgram;
import dev.copydesk.SampleWarehouse;
import dev.copydesk.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The recipes of {@code docs/tools.md} work for a user who is nothing but a reader. Programs that are not installed are left out;
 * of Grafana, Metabase, DBeaver and dbt it is the statements that they send and the metadata that they ask for.
 */
@Tag("database")
class ToolsDocumentTest {

    private static final String ANALYST =
            "analyst_" + UUID.randomUUID().toString().replace("-", "");
    private static final String PASSWORD = "pass word/2";
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private static TestDatabase analyst;
    private static String document;

    @BeforeAll
    static void makeAnalyst() throws Exception {
        TestDatabase warehouse = SampleWarehouse.shared();
        document = Files.readString(Path.of("docs", "tools.md"));
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + ANALYST + " login password '" + PASSWORD + "' in role copydesk_reader");
        }
        analyst = new TestDatabase(warehouse.url(), ANALYST, PASSWORD);
    }

    @AfterAll
    static void dropAnalyst() throws Exception {
        try (Connection connection = SampleWarehouse.shared().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop role " + ANALYST);
        }
    }

    @Test
    void psqlTakesTheUrlThatIsPrintedForItAndDescribesTheViews() throws Exception {
        assumeThat(InstalledProgram.find("psql")).as("psql is installed").isPresent();
        String command =
                matches("(?m)^    (psql [^\\n]*)$").get(0).group(1).replace("$(./copydesk db url --psql)", url());

        assertThat(output("bash", "-c", command)).contains("ferries");
        assertThat(output("psql", url(), "-c", "\\d+ warehouse.current_article"))
                .contains("title", "timestamp with time zone");
        assertThat(output("psql", url(), "-c", "\\dv+ warehouse.*")).contains("site_freshness", "How fresh");
        assertThat(output("psql", url(), "-c", "\\df+ warehouse.*")).contains("find_entity");
    }

    @Test
    void pythonReadsATimeLine() throws Exception {
        assumeThat(isInstalled("python3", "-c", "import pandas, sqlalchemy, psycopg2"))
                .as("pandas, sqlalchemy and psycopg2 are installed")
                .isTrue();

        String frame =
                run(Map.of("WAREHOUSE", url()), "python3", "-c", block("python").get(0));

        assertThat(frame).contains("2026-02-27", "2026-03-04").containsPattern("2026-03-0\\d +[1-9]");
    }

    @Test
    void panelsOfGrafanaGetATimeAndNumbers() throws Exception {
        for (String sql : block("sql")) {
            String sent = sql.replaceAll(
                    "\\$__timeFilter\\((\\w+)\\)", "$1 between '2020-01-01T00:00:00Z' and '2030-01-01T00:00:00Z'");
            try (Connection connection = analyst.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sent)) {
                ResultSetMetaData columns = rows.getMetaData();
                assertThat(columns.getColumnType(1)).isIn(Types.TIMESTAMP, Types.VARCHAR);
                assertThat(columns.getColumnType(2)).isIn(Types.BIGINT, Types.NUMERIC, Types.DOUBLE);
                assertThat(rows.next()).as(sql).isTrue();
            }
        }
    }

    @Test
    void driversSeeTheViewsWithADescriptionOfEachColumn() throws Exception {
        List<String> undescribed = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (Connection connection = analyst.connect()) {
            connection.setReadOnly(true);
            for (String schema : List.of("finished", "warehouse")) {
                try (ResultSet columns = connection.getMetaData().getColumns(null, schema, "%", "%")) {
                    while (columns.next()) {
                        String name = columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME");
                        seen.add(name);
                        if (columns.getString("REMARKS") == null) {
                            undescribed.add(schema + "." + name);
                        }
                    }
                }
            }
        }
        assertThat(seen).contains("article.title", "current_article.title", "site_freshness.site");
        assertThat(undescribed).isEmpty();
    }

    @Test
    void sourcesOfDbtAreThereAndTellHowFreshTheyAre() throws Exception {
        JsonNode source = new YAMLMapper()
                .readTree(Path.of("docs", "dbt", "sources.yml").toFile())
                .get("sources")
                .get(0);
        List<String> measured = new ArrayList<>();
        try (Connection connection = analyst.connect();
                Statement statement = connection.createStatement()) {
            for (JsonNode table : source.get("tables")) {
                String name = source.get("schema").asString() + "."
                        + table.get("name").asString();
                assertThat(columns(statement, name)).containsExactlyElementsOf(names(table.get("columns")));
                JsonNode config = table.get("config");
                if (config != null) {
                    // What dbt's default macro collect_freshness sends.
                    try (ResultSet row = statement.executeQuery("select max("
                            + config.get("loaded_at_field").asString() + "), current_timestamp from " + name)) {
                        row.next();
                        assertThat(row.getTimestamp(1)).as(name).isNotNull();
                        measured.add(name);
                    }
                }
            }
        }
        assertThat(measured).contains("finished.article");
    }

    private static List<String> names(JsonNode columns) {
        return columns.valueStream()
                .map(column -> column.get("name").asString())
                .toList();
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select * from " + table + " limit 1")) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    private static String url() throws Exception {
        CopydeskProcess.Result result = CopydeskProcess.on(analyst).run("db", "url", "--psql");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out().strip();
    }

    private static List<String> block(String language) {
        return matches(BLOCK.pattern()).stream()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    private static List<MatchResult> matches(String pattern) {
        List<MatchResult> found = Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(document)
                .results()
                .toList();
        assertThat(found).as(pattern).isNotEmpty();
        return found;
    }

    private static boolean isInstalled(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String output(String... command) throws Exception {
        return run(Map.of(), command);
    }

    private static String run(Map<String, String> environment, String... command) throws Exception {
        Path out = Files.createTempFile("copydesk", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("PAGER", "cat");
            int exitCode = builder.start().waitFor();
            assertThat(exitCode).as(Files.readString(out)).isZero();
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }
}
