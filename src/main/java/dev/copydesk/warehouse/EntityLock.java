package dev.copydesk.warehouse;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps entities from being merged while mentions of them are written: chunks of loads share an advisory lock that a merge
 * takes alone. Both are held to the end of the transaction, which must not be longer than a chunk's.
 */
final class EntityLock {

    /** "entities" as a number, chosen once; advisory locks know no names. */
    private static final long KEY = 0x656e746974696573L;

    private EntityLock() {}

    static void shared(JdbcTemplate jdbc) {
        jdbc.query("select pg_advisory_xact_lock_shared(?)", result -> {}, KEY);
    }

    static void exclusive(JdbcTemplate jdbc) {
        jdbc.query("select pg_advisory_xact_lock(?)", result -> {}, KEY);
    }
}
