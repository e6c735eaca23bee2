package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PsqlUrlTest {

    @Test
    void userAndPasswordStandInTheUrlWhateverCharactersTheyHave() {
        assertThat(PsqlUrl.of("jdbc:postgresql://db.example:5433/news", "ana", "a/b @:+%ü"))
                .isEqualTo("postgresql://ana:a%2Fb%20%40%3A%2B%25%C3%BC@db.example:5433/news");
        assertThat(PsqlUrl.of("jdbc:postgresql://db.example/news?user=ana&password=p%26q", null, null))
                .isEqualTo("postgresql://ana:p%26q@db.example:5432/news");
        assertThat(PsqlUrl.of("jdbc:postgresql://db.example/news", null, null))
                .isEqualTo("postgresql://db.example:5432/news");
    }

    @Test
    void whatLibpqDoesNotKnowIsLeftOut() {
        assertThat(PsqlUrl.of(
                        "jdbc:postgresql://a.example:5432,b.example:5433/news?sslmode=verify-full"
                                + "&targetServerType=primary&socketTimeout=30",
                        "ana",
                        null))
                .isEqualTo("postgresql://ana@a.example:5432,b.example:5433/news?sslmode=verify-full");
    }

    @Test
    void anotherDatabasesUrlIsRefused() {
        assertThatThrownBy(() -> PsqlUrl.of("jdbc:h2:mem:x", "sa", "")).hasMessageContaining("is no JDBC URL");
    }
}
