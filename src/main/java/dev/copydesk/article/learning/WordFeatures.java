package dev.copydesk.article.learning;

/** What the words of a short text, and those it begins with, say by their {@link WordOdds}. */
public final class WordFeatures {

    private static final int OPENING = 6;
    private static final int[] NONE = {};

    private WordFeatures() {}

    /** Hashes of a text's words; none for a long text, which is judged by its shape. */
    public static int[] hashes(String text) {
        return text.length() > WordOdds.MAX_LENGTH ? NONE : WordOdds.hashes(text);
    }

    public static void addTo(FeatureRow row, int[] hashes, WordOdds odds) {
        float sum = 0;
        float least = 0;
        float greatest = 0;
        float opening = 0;
        int known = 0;
        for (int i = 0; i < hashes.length; i++) {
            float value = odds.of(hashes[i]);
            if (value != 0) {
                known++;
                sum += value;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                opening += i < OPENING ? value : 0;
            }
        }
        row.add("words.sum", sum);
        row.add("words.mean", known == 0 ? 0 : sum / known);
        row.add("words.least", least);
        row.add("words.greatest", greatest);
        row.add("words.opening", opening);
        row.add("words.known", hashes.length == 0 ? -1 : known / (float) hashes.length);
    }
}
