package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.Property;
import org.junit.jupiter.api.Test;

class FoldingPropertyTest {

    @Test
    void aFoldedNameStaysAsItIs() throws Exception {
        Property.holds(20_000, values -> {
            String folded = Folding.fold(values.text(
                    "Jane ", "É", "e\u0301", "İ", "ẞ", "Σ", "U.S.", "’", "ʼ", "\u0640", "أ", "ؤ", "\u064B", "Å", "ﬁ",
                    "각", "Ǆ"));
            assertThat(Folding.fold(folded)).isEqualTo(folded);
        });
    }
}
