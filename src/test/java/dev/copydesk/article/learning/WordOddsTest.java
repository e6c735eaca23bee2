package dev.copydesk.article.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordOddsTest {

    @Test
    void takesCaseAndDigitsForAlike() {
        assertThat(WordOdds.hashes("Photo 12 of 47")).isEqualTo(WordOdds.hashes("photo 98 OF 10"));
        assertThat(WordOdds.hashes("photo 1")).isNotEqualTo(WordOdds.hashes("photo 123"));
    }

    @Test
    void hashesEachWordAndEachPair() {
        int[] hashes = WordOdds.hashes("read also this");
        assertThat(hashes).hasSize(6).doesNotHaveDuplicates();
        assertThat(hashes).contains(WordOdds.hashes("also")[0]).doesNotContain(WordOdds.hashes("story")[0]);
    }

    @Test
    void takesEachHanSignForAWord() {
        assertThat(WordOdds.hashes("记者")).hasSize(4).contains(WordOdds.hashes("者")[0]);
    }

    @Test
    void looksAtSoManyWordsAtMost() {
        assertThat(WordOdds.hashes("word ".repeat(10_000))).hasSize(160);
        assertThat(WordOdds.hashes("word ".repeat(10_000), 5)).hasSize(10);
        assertThat(WordOdds.hashes("")).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        WordOdds odds = new WordOdds(Map.of(7, 1.5f, -4, -20f, 9, 0.2f));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        odds.write(out);
        WordOdds read = WordOdds.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.of(7)).isEqualTo(1.5f, within(0.04f));
        assertThat(read.of(-4)).as("the range ends at -8").isEqualTo(-8f);
        assertThat(read.of(9)).isEqualTo(0.2f, within(0.04f));
        assertThat(read.of(8)).as("unknown").isZero();
    }
}
