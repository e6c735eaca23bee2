package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.TestDatabase;
import dev.copydesk.cli.CopydeskProcess.Result;
import dev.copydesk.warehouse.Schema;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The owner migrates, a loader loads, a reader reads; none of them is a superuser, and nobody sees a password. */
@Tag("database")
class LeastPrivilegeTest {

    private static final String PASSWORD = "telltale-q7Zk";

    @TempDir
    private Path folder;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private TestDatabase database;
    private JdbcTemplate administrator;
    private TestDatabase owner;

    @BeforeEach
    void migrateAsAPlainOwner() {
        database = TestDatabase.create();
        administrator = jdbc(database);
        owner = login("owner");
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        administrator.execute("alter database " + name + " owner to " + owner.username());
        // The owner may not make roles; the migration of another database has made them.
        makeRoles();
        new Schema(dataSource(owner)).migrate();
    }

    @AfterEach
    void drop() {
        database.close();
        try (TestDatabase other = TestDatabase.create()) {
            for (String role : List.of("owner", "loader", "reader", "operator")) {
                jdbc(other).execute("drop role if exists " + role + "_" + suffix);
            }
        }
    }

    @Test
    void aPlainLoginThatIsALoaderLoadsAndLeavesItsPasswordNowhere() throws Exception {
        Path samples = Path.of("samples").toAbsolutePath();
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process load = process(member("loader"))
                .start(Redirect.to(out.toFile()), Redirect.to(err.toFile()), "load", samples.toString());
        while (load.isAlive()) {
            assertThat(commandLines()).doesNotContain(PASSWORD);
            Thread.sleep(100);
        }

        assertThat(load.exitValue()).as(Files.readString(err)).isZero();
        assertThat(jdbc(owner).queryForObject("select count(*) from warehouse.article", Long.class))
                .isPositive();
        assertThat(Files.readString(out)).doesNotContain(PASSWORD);
        assertThat(Files.readString(err)).contains("DEBUG").doesNotContain(PASSWORD);
        assertThat(rowsWith(PASSWORD)).isEmpty();
    }

    @Test
    void aWrongPasswordIsNotRepeated() throws Exception {
        Result result = process(
                        new TestDatabase(database.url(), member("loader").username(), PASSWORD + "x"))
                .run("load", "samples");

        assertThat(result.exitCode()).isOne();
        assertThat(result.out() + result.err())
                .contains("SPRING_DATASOURCE_PASSWORD")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aLoaderChangesRowsButNeitherTablesNorTheHistoryOfMigrations() {
        JdbcTemplate loader = jdbc(member("loader"));
        assertThat(loader.update("insert into warehouse.site (site_key) values ('a.example')"))
                .isOne();
        for (String sql : List.of(
                "drop table warehouse.article",
                "create table warehouse.other (x int)",
                "delete from ops.flyway_schema_history")) {
            assertThatThrownBy(() -> loader.execute(sql))
                    .as(sql)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void aReaderQueriesFinishedLoadsAndNothingElse() throws Exception {
        TestDatabase login = member("reader");
        Result titles = process(login).run("sql", "--csv", "select count(*) from finished.article");
        assertThat(titles.exitCode()).as(titles.err()).isZero();
        JdbcTemplate reader = jdbc(login);
        for (String sql : List.of(
                "select * from ops.quarantine", "select * from warehouse.article", "delete from finished.article")) {
            assertThatThrownBy(() -> reader.execute(sql)).as(sql).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void anOperatorAsksALoadToStopButWritesNoArticle() {
        JdbcTemplate operator = jdbc(member("operator"));
        assertThat(operator.update("update ops.heartbeat set stop_requested_at = now()"))
                .isZero();
        assertThatThrownBy(() -> operator.execute("delete from warehouse.article"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void tablesOfLaterMigrationsComeWithTheSameRights() {
        jdbc(owner).execute("create table warehouse.later (x int)");
        assertThat(jdbc(member("loader")).queryForList("select x from warehouse.later"))
                .isEmpty();
    }

    @Test
    void theSqlForAdministratorsMayBeRunAgain() throws Exception {
        Result sql = process(owner).run("db", "roles");
        assertThat(sql.exitCode()).isZero();
        administrator.execute(sql.out());
        administrator.execute(sql.out());
        assertThat(new Schema(dataSource(owner)).missingRoles()).isEmpty();
    }

    @Test
    void aQueryIsCancelledWhenItsTimeIsOver() throws Exception {
        Result result = process(owner).run("sql", "--timeout", "1", "select pg_sleep(600)");
        assertThat(result.exitCode()).isOne();
        assertThat(result.err()).contains("--timeout is 1 seconds");
    }

    /** Roles outlive databases, so that they may be there already. */
    private static void makeRoles() {
        try (TestDatabase other = TestDatabase.create()) {
            new Schema(dataSource(other)).migrate();
        }
    }

    private TestDatabase member(String kind) {
        TestDatabase login = login(kind);
        administrator.execute("grant copydesk_" + kind + " to " + login.username());
        return login;
    }

    private TestDatabase login(String kind) {
        String name = kind + "_" + suffix;
        administrator.execute("create role " + name + " login password '" + PASSWORD + "'");
        return new TestDatabase(database.url(), name, PASSWORD);
    }

    private static CopydeskProcess process(TestDatabase login) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", login.url());
        environment.put("SPRING_DATASOURCE_USERNAME", login.username());
        environment.put("SPRING_DATASOURCE_PASSWORD", login.password());
        environment.put("COPYDESK_LOG", "debug");
        return CopydeskProcess.with(environment);
    }

    private static DriverManagerDataSource dataSource(TestDatabase login) {
        return new DriverManagerDataSource(login.url(), login.username(), login.password());
    }

    private static JdbcTemplate jdbc(TestDatabase login) {
        return new JdbcTemplate(dataSource(login));
    }

    private static String commandLines() throws IOException {
        StringBuilder all = new StringBuilder();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    all.append(new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // It ended meanwhile.
                }
            }
        }
        return all.toString();
    }

    private List<String> rowsWith(String text) {
        List<String> tables = administrator.queryForList(
                "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                        + " where schemaname in ('warehouse', 'ops', 'batch')",
                String.class);
        assertThat(tables).isNotEmpty();
        return tables.stream()
                .filter(table -> Boolean.TRUE.equals(administrator.queryForObject(
                        "select exists (select from " + table + " t where t::text like ?)",
                        Boolean.class,
                        "%" + text + "%")))
                .toList();
    }
}
