package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What stands in {@code samples/archives}. */
class SampleArchivesTest {

    private static final String KELP = "https://tidewatch.example/2026/03/kelp-nursery";
    private static final String CLOCK = "https://tidewatch.example/2026/03/town-clock";
    private static final String CRAWL = "WARC_WARCINFO WARC_REQUEST " + KELP + " " + CLOCK + " HTTP_404 REVISIT";

    @Test
    void holdsThreeStoriesPackedInEveryWay() {
        assertThat(outcomes("crawl.warc.gz")).isEqualTo(CRAWL);
        assertThat(outcomes("collection.wacz")).isEqualTo(CRAWL);
        assertThat(outcomes("plain.warc")).isEqualTo(KELP);
        assertThat(outcomes("frames.warc.zst")).isEqualTo(CLOCK);
        assertThat(outcomes("text.wet.gz")).isEqualTo("https://tidewatch.example/2026/03/net-loft-bats");
    }

    private static String outcomes(String name) {
        return ArchiveReadings.outcomes(Path.of("samples", "archives", name));
    }
}
