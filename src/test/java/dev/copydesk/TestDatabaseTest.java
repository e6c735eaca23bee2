package dev.copydesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TestDatabaseTest {

    @Test
    void givesAnEmptyDatabaseOfPostgres18EachTime() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create();
                Connection first = one.connect();
                Connection second = other.connect();
                Statement statement = second.createStatement()) {
            try (Statement creation = first.createStatement()) {
                creation.execute("create table only_in_the_first (n int)");
            }
            ResultSet row = statement.executeQuery(
                    "select current_setting('server_version'), to_regclass('public.only_in_the_first') is null");

            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("18");
            assertThat(row.getBoolean(2)).isTrue();
        }
    }

    @Test
    void dropsTheDatabaseEvenWhileSomebodyIsConnected() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (Connection connection = database.connect()) {
            database.close();
            assertThat(connection.isValid(5)).isFalse();
        }
        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    }

    @Test
    void everyTestThatUsesADatabaseCanBeChosenByTag() {
        DescribedPredicate<JavaClass> useIt = DescribedPredicate.describe(
                "use TestDatabase",
                type -> type.getSimpleName().endsWith("Test")
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(TestDatabase.class)));

        classes()
                .that(useIt)
                .should()
                .beAnnotatedWith(Tag.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("dev.copydesk"));
    }
}
