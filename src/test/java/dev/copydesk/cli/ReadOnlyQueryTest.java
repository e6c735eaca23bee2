package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class ReadOnlyQueryTest {

    private static TestDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.create();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (id int primary key)");
            statement.execute("insert into kept values (1)");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit; create table x (y int)",
                "commit; delete from kept",
                "set transaction read write; delete from kept",
                "select 1; drop table kept",
                "end; begin; create table x (y int)",
                "rollback; create table x (y int); select 1",
                "reset all; create table x (y int)",
                "select '\\'; create table x (y int); --'",
                "commit",
                "reset all",
                "set transaction_read_only = off",
                "do $$ begin create table x (y int); end $$",
                "do $$ begin commit; create table x (y int); end $$",
                "copy (select 1) to '/tmp/copydesk-sql-test'",
                "create table x (y int)",
                "select set_config('transaction_read_only', 'off', false)",
                "insert into kept values (2) returning id",
                "explain analyze insert into kept values (2)",
                ""
            })
    void changesNothingWhateverItIsGiven(String statements) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> run(connection, statements))
                    .isInstanceOfAny(CommandFailure.class, SQLException.class);
            if (!connection.getAutoCommit()) {
                connection.commit(); // were it in a transaction that can write, it would be written
            }
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("select to_regclass('x'), string_agg(id::text, ' ') from kept")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isNull();
            assertThat(tables.getString(2)).isEqualTo("1");
        }
    }

    @Test
    void takesWhatQueriesAreMadeOf() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(run(connection, """
                            select '{"a;?": 1}'::jsonb ? 'a;?' as "has ?", $q$;?$q$ as q /* ; ? */, 'it''s ?' -- ; ?
                            ;""")).isEqualTo("has ?: t");
            assertThat(run(connection, "select 7 as n ;")).isEqualTo("n: 7");
            assertThat(run(connection, "show transaction_read_only")).isEqualTo("transaction_read_only: on");
            assertThat(run(connection, "(select 1 as n) union values (2) order by 1"))
                    .isEqualTo("n: 1");
            assertThat(run(connection, "explain select 1")).startsWith("QUERY PLAN: Result");
        }
    }

    @Test
    void refusesAConnectionThatSendsWholeTexts() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                database.url() + (database.url().contains("?") ? "&" : "?") + "preferQueryMode=simple",
                database.username(),
                database.password())) {
            assertThatThrownBy(() -> run(connection, "select 1"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("preferQueryMode=simple");
        }
    }

    /** The name and value of the first column of the first row. */
    private static String run(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = ReadOnlyQuery.prepare(connection, query, 60);
                ResultSet result = statement.executeQuery()) {
            assertThat(result.next()).isTrue();
            return result.getMetaData().getColumnLabel(1) + ": " + result.getString(1);
        }
    }
}
