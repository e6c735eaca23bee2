package dev.copydesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** Dependencies run one way: document ◀ article ◀ entity ◀ warehouse ◀ batch ◀ cli. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.copydesk");

    @Test
    void packagesDependOneWay() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("document")
                .definedBy("dev.copydesk.document..")
                .layer("article")
                .definedBy("dev.copydesk.article..")
                .layer("entity")
                .definedBy("dev.copydesk.entity..")
                .layer("warehouse")
                .definedBy("dev.copydesk.warehouse..")
                .layer("batch")
                .definedBy("dev.copydesk.batch..")
                .layer("cli")
                .definedBy("dev.copydesk.cli..")
                .whereLayer("document")
                .mayNotAccessAnyLayer()
                .whereLayer("article")
                .mayOnlyAccessLayers("document")
                .whereLayer("entity")
                .mayOnlyAccessLayers("document", "article")
                .whereLayer("warehouse")
                .mayOnlyAccessLayers("document", "article", "entity")
                .whereLayer("batch")
                .mayOnlyAccessLayers("document", "article", "entity", "warehouse")
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesDependOnEachOther() {
        slices().matching("dev.copydesk.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void domainPackagesKnowNeitherSpringNorSql() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.copydesk.document..", "dev.copydesk.article..", "dev.copydesk.entity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheBatchPackageStartsSpringBatchJobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.copydesk.batch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.batch.core.step..",
                        "org.springframework.batch.core.launch..",
                        "org.springframework.batch.core.repository..",
                        "org.springframework.batch.infrastructure..")
                .check(CLASSES);
    }

    @Test
    void noClassIsNamedForWhatItIsNot() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(CLASSES);
    }
}
