package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.warehouse.QualityGate;
import dev.copydesk.warehouse.QualityMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobDefinitionFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsEveryKey() throws IOException {
        JobDefinition definition = read("""
                input: ["/data/{date}", "/more/*.html"]
                chunk_size: 50
                threads: 3
                max_document_size: 2 MiB
                max_document_time: 90s
                quarantine: {max_count: 7, max_rate: 0.1, min_documents: 20}
                quality:
                  fail_on: [title, published]
                  min_documents: 40
                  min_history: 300
                  history_runs: 14
                  max_drop: 0.2
                  max_paragraph_drop: 0.5
                """);

        assertThat(definition.name()).isEqualTo("nightly");
        assertThat(definition.input()).containsExactly("/data/{date}", "/more/*.html");
        assertThat(definition.chunkSize()).isEqualTo(50);
        assertThat(definition.threads()).isEqualTo(3);
        assertThat(definition.maxDocumentSize()).isEqualTo(2 << 20);
        assertThat(definition.maxDocumentTime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(definition.quarantine()).isEqualTo(new QuarantineLimit(7L, 0.1, 20));
        assertThat(definition.quality())
                .isEqualTo(
                        new QualityGate(Set.of(QualityMeasure.TITLE, QualityMeasure.PUBLISHED), 40, 300, 14, 0.2, 0.5));
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws IOException {
        assertThat(read("input: /data\n")).isEqualTo(JobDefinition.of("nightly", List.of("/data")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    chunksize: 5                    | unknown key 'chunksize'; did you mean 'chunk_size'?
                    thread: 5                       | unknown key 'thread'; did you mean 'threads'?
                    quarantine: {max_rat: 0.1}      | unknown key 'max_rat'; did you mean 'max_rate'?
                    chunk_size: 0                   | chunk_size: 0 is not between 1 and 5000
                    chunk_size: many                | chunk_size:
                    threads: 65                     | threads: 65 is not between 1 and 64
                    max_document_size: 20 parsecs   | '20 parsecs' is no size such as 20MiB
                    max_document_time: soon         | 'soon' is no time such as 60s
                    max_document_time: 25h          | is not between 1ms and 24h
                    quarantine: {max_rate: 2}       | quarantine.max_rate: 2.0 is not between 0 and 1
                    quarantine: {max_count: -1}     | quarantine.max_count: -1 is negative
                    quality: {fail_of: title}       | unknown key 'fail_of'; did you mean 'fail_on'?
                    quality: {fail_on: [titel]}     | quality.fail_on: unknown measure 'titel'; did you mean 'title'?
                    quality: {max_drop: 15}         | quality.max_drop: 15.0 is not above 0 and at most 1
                    quality: {min_documents: 0}     | quality.min_documents: 0 is less than 5
                    quality: {history_runs: 2}      | quality.history_runs: 2 is less than 3
                    """)
    void refusesWhatItDoesNotKnowAndSaysWhy(String line, String message) {
        assertThatThrownBy(() -> read("input: /data\n" + line + "\n"))
                .isInstanceOf(JobDefinitionException.class)
                .hasMessageContaining("nightly.yml")
                .hasMessageContaining(message);
    }

    @Test
    void namesTheLineOfAnUnknownKey() {
        assertThatThrownBy(() -> read("input: /data\nthreads: 2\nchunksize: 5\n"))
                .hasMessageContaining("line 3");
    }

    @Test
    void refusesADefinitionWithoutInput() {
        assertThatThrownBy(() -> read("threads: 2\n")).hasMessageContaining("input is missing");
        assertThatThrownBy(() -> read("")).isInstanceOf(JobDefinitionException.class);
    }

    @Test
    void saysThatThereIsNoSuchDefinition() {
        assertThatThrownBy(() -> JobDefinitionFile.read(folder.resolve("weekly.yml")))
                .isInstanceOf(JobDefinitionException.class)
                .hasMessageContaining("there is no such job definition");
    }

    @Test
    void theDefinitionsOfTheRepositoryCanBeRead() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("jobs"), "*.yml")) {
            List<JobDefinition> definitions = new ArrayList<>();
            files.forEach(file -> definitions.add(JobDefinitionFile.read(file)));
            assertThat(definitions).extracting(JobDefinition::name).contains("nightly");
        }
    }

    private JobDefinition read(String yaml) throws IOException {
        return JobDefinitionFile.read(Files.writeString(folder.resolve("nightly.yml"), yaml));
    }
}
