package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "40P01"})
    void lostConnectionsAndRestartsPassByThemselves(String state) {
        assertThat(DatabaseOutage.in(List.of(wrapped(state)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42P01", "53100", "28P01"})
    void whatComesAgainWithEveryAttemptDoesNot(String state) {
        assertThat(DatabaseOutage.in(List.of(wrapped(state)))).isNull();
    }

    @Test
    void aRollbackThatFailedDoesNotHideTheOutageBeforeIt() {
        TransactionSystemException rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(wrapped("08006"));

        assertThat(DatabaseOutage.in(List.of(rollback))).isSameAs(rollback);
    }

    private static RuntimeException wrapped(String state) {
        return new IllegalStateException(
                new UncategorizedSQLException("load", "copy", new SQLException("gone", state)));
    }
}
