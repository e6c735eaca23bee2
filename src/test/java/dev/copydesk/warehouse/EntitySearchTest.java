package dev.copydesk.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Entity search where its extensions are there and where they are not. */
@Tag("database")
class EntitySearchTest {

    @Test
    void isLeftOutAndSaysSoWhereTheExtensionsAreMissing() {
        String weak = "weak_" + UUID.randomUUID().toString().substring(0, 8);
        try (TestDatabase database = TestDatabase.create()) {
            SingleConnectionDataSource connection =
                    new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
            JdbcTemplate jdbc = new JdbcTemplate(connection);
            new Schema(connection).migrate();
            jdbc.update("insert into warehouse.entity (type, canonical_name) values ('location', 'Besançon')");
            assertThat(found(jdbc)).containsExactly("Besançon");
            jdbc.execute("drop extension pg_trgm cascade");
            jdbc.execute("drop function if exists warehouse.find_entity(text, integer)");
            jdbc.execute("create role " + weak);
            try {
                jdbc.execute("grant usage, create on schema warehouse to " + weak);
                jdbc.execute("grant usage on schema ops to " + weak);
                jdbc.execute("set role " + weak);
                assertThat(enable(jdbc)).startsWith("ENTITY_SEARCH_UNAVAILABLE").contains("create extension");
                assertThatThrownBy(() -> found(jdbc)).hasMessageContaining("ops.enable_entity_search");
                jdbc.execute("reset role");

                assertThat(enable(jdbc)).isEqualTo("entity search is available");
                assertThat(found(jdbc)).containsExactly("Besançon");
            } finally {
                jdbc.execute("reset role");
                jdbc.execute("drop owned by " + weak);
                jdbc.execute("drop role " + weak);
                connection.destroy();
            }
        }
    }

    private static String enable(JdbcTemplate jdbc) {
        return String.valueOf(jdbc.queryForObject("select ops.enable_entity_search()", String.class));
    }

    private static List<String> found(JdbcTemplate jdbc) {
        return jdbc.queryForList("select canonical_name from warehouse.find_entity('besancon')", String.class);
    }
}
