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
    void givesAnEmptyDatabaseEachTimeOfPostgres18UnlessAServerIsNamed() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create();
                Connection first = one.connect();
                Connection second = other.connect();
                Statement statement = second.createStatement()) {
            try (Statement creation = first.createStatement()) {
                creation.execute("create table only_in_the_first (n int)");
            }
            ResultSet row = statement.executeQuery("select to_regclass('public.only_in_the_first') is null");

            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
            if (TestDatabase.isOnNamedServer()) {
                assertThat(one.serverVersion()).isGreaterThanOrEqualTo(15);
            } else {
                assertThat(one.serverVersion()).isEqualTo(18);
            }
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
