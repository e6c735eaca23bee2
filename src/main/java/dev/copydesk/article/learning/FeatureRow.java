package dev.copydesk.article.learning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features of one block on their way to a {@link TreeEnsemble}, in an order that never changes between blocks. */
public final class FeatureRow {

    private static final int CAPACITY = 220;

    private final float[] values = new float[CAPACITY];
    private final @Nullable List<String> names;
    private int size;

    public FeatureRow() {
        this(null);
    }

    private FeatureRow(@Nullable List<String> names) {
        this.names = names;
    }

    /** A row that also keeps the names of its features. */
    public static FeatureRow named() {
        return new FeatureRow(new ArrayList<>());
    }

    public void add(String name, double value) {
        if (names != null) {
            names.add(name);
        }
        values[size++] = (float) value;
    }

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

    /** The names of a {@link #named} row. */
    public List<String> names() {
        return names == null ? List.of() : names;
    }
}
