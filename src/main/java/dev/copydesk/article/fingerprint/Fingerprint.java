package dev.copydesk.article.fingerprint;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MinHash of an article's body (A. Broder, "On the resemblance and containment of documents", 1997): for each of {@value
 * #HASHES} hash functions the smallest hash of all shingles. The share of minima in which two fingerprints agree estimates how
 * much of their shingles the two bodies share. Captions, headings and the headline do not count, since sites change them.
 *
 * <p>Immutable; the same text always gives the same fingerprint, on every machine.
 */
public final class Fingerprint {

    /** Rises whenever the same text gives another fingerprint than before. */
    public static final int VERSION = 1;

    private static final int HASHES = 72;
    private static final int ROWS_PER_BAND = 3;

    /** Bodies with fewer shingles are too short: a few shared phrases would make them alike. */
    private static final int FEWEST_SHINGLES = 30;

    /** Share of common shingles from which two bodies are the same story. */
    private static final double ALIKE = 0.4;

    /** Share of common shingles from which a body may be another one cut short … */
    private static final double PERHAPS_CUT = 0.2;

    /** … if this much of the shorter stands in the longer. */
    private static final double CONTAINED = 0.75;

    private static final long[] FACTORS = new long[HASHES];
    private static final long[] SUMMANDS = new long[HASHES];

    static {
        long seed = 0;
        for (int i = 0; i < HASHES; i++) {
            FACTORS[i] = Shingles.mixed(++seed) | 1;
            SUMMANDS[i] = Shingles.mixed(++seed);
        }
    }

    private final int shingles;
    private final int @Nullable [] minima;

    private Fingerprint(int shingles, int @Nullable [] minima) {
        this.shingles = shingles;
        this.minima = minima;
    }

    /** The fingerprint of the article's body. */
    public static Fingerprint of(Article article) {
        return of(article.paragraphs());
    }

    /** The fingerprint of the paragraphs that make the body: lede, body, quotes and list items. */
    public static Fingerprint of(List<Paragraph> paragraphs) {
        Shingles found = new Shingles();
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.kind() != Paragraph.Kind.CAPTION && paragraph.kind() != Paragraph.Kind.HEADING) {
                found.add(paragraph.text());
            }
        }
        long[] shingles = found.distinct();
        if (shingles.length < FEWEST_SHINGLES) {
            return new Fingerprint(shingles.length, null);
        }
        int[] minima = new int[HASHES];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (long shingle : shingles) {
            for (int i = 0; i < HASHES; i++) {
                // The upper half of a product with an odd number depends on all bits of the shingle.
                minima[i] = Math.min(minima[i], (int) ((shingle * FACTORS[i] + SUMMANDS[i]) >>> 32));
            }
        }
        return new Fingerprint(shingles.length, minima);
    }

    /**
     * A fingerprint of this version as it was stored.
     *
     * @param minima what {@link #minima()} gave
     */
    public static Fingerprint stored(int shingles, byte @Nullable [] minima) {
        if (minima == null) {
            return new Fingerprint(shingles, null);
        }
        int[] values = new int[HASHES];
        ByteBuffer.wrap(minima).asIntBuffer().get(values);
        return new Fingerprint(shingles, values);
    }

    /** How many different shingles the body has. */
    public int shingles() {
        return shingles;
    }

    /** The minima, four bytes each, most significant first; null when the body is too short to be compared. */
    public byte @Nullable [] minima() {
        if (minima == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(HASHES * Integer.BYTES);
        bytes.asIntBuffer().put(minima);
        return bytes.array();
    }

    /**
     * Hashes of {@value #ROWS_PER_BAND} neighbouring minima each. Bodies that share half of their shingles have a band in
     * common in 96 of 100 cases, those that share a twentieth in 3 of 1,000. Empty when the body is too short.
     */
    public long[] bands() {
        if (minima == null) {
            return new long[0];
        }
        long[] bands = new long[HASHES / ROWS_PER_BAND];
        for (int band = 0; band < bands.length; band++) {
            long hash = band;
            for (int row = 0; row < ROWS_PER_BAND; row++) {
                hash = Shingles.mixed(hash * 31 + minima[band * ROWS_PER_BAND + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    /** Whether the two bodies are one story: alike as a whole, or one of them a shortened copy of the other. */
    public boolean isSameStory(Fingerprint other) {
        double shared = resemblance(other);
        if (shared >= ALIKE) {
            return true;
        }
        if (shared < PERHAPS_CUT) {
            return false;
        }
        double common = shared / (1 + shared) * (shingles + other.shingles);
        return common >= CONTAINED * Math.min(shingles, other.shingles);
    }

    /** Estimate of the share of shingles that the two bodies have in common, 0 to 1. */
    double resemblance(Fingerprint other) {
        if (minima == null || other.minima == null) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            if (minima[i] == other.minima[i]) {
                same++;
            }
        }
        return (double) same / HASHES;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && shingles == that.shingles && Arrays.equals(minima, that.minima);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minima);
    }
}
