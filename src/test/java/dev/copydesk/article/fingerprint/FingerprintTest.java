package dev.copydesk.article.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Paragraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall on pages made for it: {@value #STORIES} invented texts, each copied in every way that sites copy, and
 * texts that merely share phrases.
 */
class FingerprintTest {

    private static final int STORIES = 100;

    private final List<List<String>> originals = new ArrayList<>();

    FingerprintTest() {
        for (int i = 0; i < STORIES; i++) {
            originals.add(new InventedText(i).paragraphs(12));
        }
    }

    @Test
    void aCopyUnderAnotherHeadlineIsFoundAlways() {
        assertThat(recall(text -> text)).isEqualTo(1.0);
    }

    @Test
    void aCopyWhoseParagraphsWereSetAnewIsFoundAlways() {
        assertThat(recall(text -> List.of(String.join(" ", text)))).isEqualTo(1.0);
    }

    @Test
    void anEditedCopyIsFoundAlways() {
        assertThat(recall(text -> edited(text, 20))).isEqualTo(1.0);
    }

    @Test
    void aCopyWithEveryTenthWordChangedIsFoundNineTimesInTen() {
        assertThat(recall(text -> edited(text, 10))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aCopyCutToThreeQuartersIsFoundAlways() {
        assertThat(recall(text -> text.subList(0, 9))).isEqualTo(1.0);
    }

    @Test
    void aCopyCutToHalfIsFoundNineTimesInTen() {
        assertThat(recall(text -> text.subList(0, 6))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aCopyWithTwoParagraphsOfTheSitesOwnIsFoundAlways() {
        assertThat(recall(text -> {
                    List<String> more = new ArrayList<>(text);
                    more.addAll(new InventedText(text.hashCode()).paragraphs(2));
                    return more;
                }))
                .isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void unrelatedTextsAreNeverTakenForOneStory() {
        List<Fingerprint> prints =
                originals.stream().map(FingerprintTest::fingerprint).toList();
        for (int i = 0; i < STORIES; i++) {
            for (int j = i + 1; j < STORIES; j++) {
                assertThat(isFound(prints.get(i), prints.get(j))).isFalse();
            }
        }
    }

    @Test
    void textsThatQuoteTheSameTwoParagraphsAreNotOneStory() {
        for (int i = 0; i + 1 < STORIES; i++) {
            List<String> quoting = new ArrayList<>(originals.get(i + 1));
            quoting.addAll(originals.get(i).subList(0, 2));
            assertThat(fingerprint(originals.get(i)).isSameStory(fingerprint(quoting)))
                    .isFalse();
        }
    }

    @Test
    void aTextTooShortToCompareIsLikeNothing() {
        Fingerprint brief = fingerprint(List.of("The office is closed today."));
        assertThat(brief.minima()).isNull();
        assertThat(brief.bands()).isEmpty();
        assertThat(brief.isSameStory(brief)).isFalse();
    }

    @Test
    void captionsAndHeadingsDoNotCount() {
        List<Paragraph> paragraphs = new ArrayList<>(body(originals.get(0)));
        paragraphs.add(
                3, new Paragraph(Paragraph.Kind.CAPTION, "A picture of something that has nothing to do with it"));
        paragraphs.add(0, new Paragraph(Paragraph.Kind.HEADING, "What this site calls it and no other"));
        assertThat(Fingerprint.of(paragraphs)).isEqualTo(fingerprint(originals.get(0)));
    }

    @Test
    void comesBackFromStorageAsItWas() {
        Fingerprint print = fingerprint(originals.get(0));
        assertThat(Fingerprint.stored(print.shingles(), print.minima())).isEqualTo(print);
        assertThat(Fingerprint.stored(print.shingles(), print.minima()).bands()).isEqualTo(print.bands());
    }

    @Test
    void charactersOfScriptsWithoutBlanksAreWords() {
        String text = "瀬戸内海に浮かぶ小さな島の小学校で最後の卒業式が開かれ、児童と島の人たちが別れを惜しんだ。校長は長い歴史に感謝した。";
        assertThat(fingerprint(List.of(text, text + "来月には校舎が資料館になる。")).isSameStory(fingerprint(List.of(text))))
                .isTrue();
    }

    private double recall(UnaryOperator<List<String>> copy) {
        int found = 0;
        for (List<String> original : originals) {
            if (isFound(fingerprint(original), fingerprint(copy.apply(original)))) {
                found++;
            }
        }
        return (double) found / STORIES;
    }

    /** As the warehouse finds copies: by a band in common, then by comparison. */
    private static boolean isFound(Fingerprint one, Fingerprint other) {
        Set<Long> bands = new HashSet<>();
        for (long band : one.bands()) {
            bands.add(band);
        }
        for (long band : other.bands()) {
            if (bands.contains(band)) {
                return one.isSameStory(other);
            }
        }
        return false;
    }

    /** Every so many words another one stands in its place. */
    private static List<String> edited(List<String> text, int every) {
        Random random = new Random(text.hashCode());
        return text.stream()
                .map(paragraph -> {
                    String[] words = paragraph.split(" ");
                    for (int i = random.nextInt(every); i < words.length; i += every) {
                        words[i] = "otherwise" + random.nextInt(1000);
                    }
                    return String.join(" ", words);
                })
                .toList();
    }

    private static Fingerprint fingerprint(List<String> text) {
        return Fingerprint.of(body(text));
    }

    private static List<Paragraph> body(List<String> text) {
        return text.stream()
                .map(paragraph -> new Paragraph(Paragraph.Kind.BODY, paragraph))
                .toList();
    }

    /** Text of common words, unevenly frequent, with the set phrases of agencies between them. */
    private static final class InventedText {

        private static final List<String> PHRASES = List.of(
                "said in a statement on Tuesday", "according to people who know the matter",
                "did not answer a request for comment", "for the first time in more than a decade",
                "the ministry said on Wednesday morning", "at a press conference in the capital");

        private final Random random;

        InventedText(long seed) {
            this.random = new Random(seed);
        }

        List<String> paragraphs(int count) {
            return Collections.nCopies(count, 0).stream()
                    .map(nothing -> paragraph())
                    .toList();
        }

        private String paragraph() {
            StringBuilder text = new StringBuilder();
            int words = 25 + random.nextInt(25);
            for (int i = 0; i < words; i++) {
                int rank = (int) (4000 * Math.pow(random.nextDouble(), 3));
                text.append(text.isEmpty() ? "" : " ").append("word").append(rank);
            }
            return text.append(' ')
                    .append(PHRASES.get(random.nextInt(PHRASES.size())))
                    .append('.')
                    .toString();
        }
    }
}
