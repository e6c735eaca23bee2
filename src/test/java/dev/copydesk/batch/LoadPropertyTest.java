package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.Property;
import dev.copydesk.Property.Values;
import dev.copydesk.WarcBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class LoadPropertyTest {

    private static final int TRIES = 2;

    @TempDir
    private Path folder;

    @Test
    void theSameDocumentsTwiceAndInAnyOrderGiveTheSameRows() throws Exception {
        Property.holds(TRIES, values -> {
            List<byte[]> documents = documents(values);
            List<byte[]> shuffled = new ArrayList<>(documents);
            Collections.shuffle(shuffled, values.random());
            Path one = archive("one.warc.gz", documents);
            Path other = archive("other.warc.gz", shuffled);
            try (TestWarehouse first = new TestWarehouse();
                    TestWarehouse second = new TestWarehouse()) {
                first.load(one);
                List<String> once = rows(first);
                first.load(other);
                second.load(other);

                assertThat(once).isNotEmpty();
                assertThat(rows(first)).isEqualTo(once);
                assertThat(rows(second)).isEqualTo(once);
            }
        });
    }

    /** Pages, some of them twice under the same address, and what is no page. */
    private static List<byte[]> documents(Values values) {
        WarcBuilder records = new WarcBuilder();
        for (int i = 5 + values.below(20); i >= 0; i--) {
            String url = "https://a%d.example/%d".formatted(values.below(3), values.below(15));
            switch (values.below(6)) {
                case 0 -> records.record("metadata", Map.of(), values.bytes(9));
                case 1 ->
                    records.response(url + "/empty", "Content-Type: text/html", "<p>".getBytes(StandardCharsets.UTF_8));
                default -> records.page(url);
            }
        }
        List<byte[]> documents = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            documents.add(records.get(i));
        }
        return documents;
    }

    private Path archive(String name, List<byte[]> documents) throws Exception {
        WarcBuilder records = new WarcBuilder();
        documents.forEach(records::raw);
        return Files.write(folder.resolve(name), records.gzip());
    }

    /** What analysts see; the ledger tells of files, which are others, and the numbers of runs differ. */
    private static List<String> rows(TestWarehouse warehouse) {
        return warehouse.rows().stream()
                .filter(row -> !row.startsWith("ledger") && !row.startsWith("site_quality"))
                .toList();
    }
}
