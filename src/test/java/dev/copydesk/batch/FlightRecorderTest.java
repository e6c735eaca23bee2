package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class FlightRecorderTest {

    @TempDir
    private Path folder;

    @Test
    void aLoadIsRecordedDocumentByDocument() throws Exception {
        TestPages pages = new TestPages(folder.resolve("pages"));
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        pages.shop("lamp.html", "https://a.example/product/brass-lamp");
        pages.write("form.html", "<html><body><form><input name=user></form></body></html>");
        AtomicBoolean struck = new AtomicBoolean();
        List<RecordedEvent> events;
        try (TestWarehouse warehouse = new TestWarehouse();
                Recording recording = new Recording()) {
            recording.start();
            LoadResult result = warehouse
                    .launcher()
                    .load(TestWarehouse.request(
                            oneDocumentAChunk(pages.folder()), new AtomicBoolean(), new LoadProgress() {
                                @Override
                                public void loaded(long files, long bytes) {
                                    if (!struck.getAndSet(true)) {
                                        warehouse.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                                + " where datname = current_database() and pid <> pg_backend_pid()");
                                    }
                                }
                            }));
            assertThat(result.exitCode()).isZero();
            Path file = folder.resolve("load.jfr");
            recording.dump(file);
            events = RecordingFile.readAllEvents(file);
        }

        assertThat(of(events, FileDiscoveredEvent.class)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(of(events, DocumentExtractedEvent.class))
                .extracting(event -> Path.of(event.getString("file")).getFileName() + " " + event.getString("outcome")
                        + " " + event.getString("code"))
                .containsOnly(
                        "a.html article null",
                        "lamp.html filtered PRODUCT_PAGE",
                        "form.html quarantined NO_ARTICLE_TEXT");
        assertThat(of(events, DocumentExtractedEvent.class)).allSatisfy(event -> {
            assertThat(event.getLong("bytes")).isEqualTo(Files.size(Path.of(event.getString("file"))));
            assertThat(event.getDuration()).isPositive();
        });
        assertThat(of(events, ChunkWrittenEvent.class))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.getLong("documents")).isOne());
        assertThat(of(events, DatabaseOutageEvent.class))
                .singleElement()
                .satisfies(event -> assertThat(event.getBoolean("over")).isTrue());
    }

    @Test
    void everyEventIsDocumented() throws Exception {
        assertThat(Files.readString(Path.of("docs", "monitoring.md")))
                .contains(
                        nameOf(FileDiscoveredEvent.class),
                        nameOf(DocumentExtractedEvent.class),
                        nameOf(ChunkWrittenEvent.class),
                        nameOf(DatabaseOutageEvent.class));
    }

    private static JobDefinition oneDocumentAChunk(Path input) {
        return JobDefinition.of("load", List.of(input.toString())).withChunks(1, 1);
    }

    private static List<RecordedEvent> of(List<RecordedEvent> events, Class<?> type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(nameOf(type)))
                .toList();
    }

    private static String nameOf(Class<?> type) {
        return type.getAnnotation(Name.class).value();
    }
}
