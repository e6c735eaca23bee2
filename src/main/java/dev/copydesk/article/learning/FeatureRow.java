package dev.copydesk.article.learning;

/** The features of one block on their way to a {@link TreeEnsemble}, in an order that never changes between blocks. */
public final class FeatureRow {

    private static final int CAPACITY = 220;

    private final float[] values = new float[CAPACITY];
    private int size;

    /** Adds a value; its name is for those who read the code, the place alone tells the trees what it is. */
    public void add(String name, double value) {
        values[size++] = (float) value;
    }

    /** Adds 1 for true and 0 for false. */
    public void add(String name, boolean value) {
        add(name, value ? 1 : 0);
    }

    /** The values; those from {@link #size} on are zero. */
    public float[] values() {
        return values;
    }

    public int size() {
        return size;
    }

    /** Drops what was added behind a position. */
    public void cutTo(int position) {
        size = position;
    }
}
