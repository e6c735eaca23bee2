package dev.copydesk.article.learning;

/** The pieces of a page that are judged one by one, such as blocks or lines, numbered from 0 in page order. */
public interface Pieces {

    int count();

    /** Whether a piece is worth a look at all. */
    boolean isCandidate(int piece);

    String text(int piece);

    /** Adds what is known of a candidate before the others' scores are. */
    void addTo(FeatureRow row, int piece);

    /** What the first scores tell of the pieces; 0 is the score of those that are no candidates. */
    Context context(float[] scores);

    /** What the first scores of all pieces say about each one's surroundings. */
    @FunctionalInterface
    interface Context {
        void addTo(FeatureRow row, int piece);
    }
}
