package dev.copydesk.article.learning;

import dev.copydesk.document.TimeBudget;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Gradient-boosted decision trees, each a complete binary tree of one depth, stored level by level. The answer is the
 * probability that the sum of the leaves stands for as log-odds. Immutable and thread-safe.
 */
public final class TreeEnsemble {

    private static final int MAGIC = 0x43445431; // "CDT1"

    private static final int ABREAST = 4;

    private final int depth;
    private final short[] features;
    private final float[] thresholds;
    private final float[] leaves;

    private TreeEnsemble(int depth, int trees) {
        int nodes = (1 << depth) - 1;
        this.depth = depth;
        this.features = new short[trees * nodes];
        this.thresholds = new float[trees * nodes];
        this.leaves = new float[trees * (nodes + 1)];
    }

    /** Grows an ensemble node by node. */
    public static final class Builder {

        private final TreeEnsemble ensemble;

        /** @param depth levels of decisions in each tree */
        public Builder(int depth, int trees) {
            ensemble = new TreeEnsemble(depth, trees);
        }

        public int depth() {
            return ensemble.depth;
        }

        /**
         * Sets a decision: a value below the threshold goes left, to node {@code 2 * node + 1}, all others right.
         *
         * @param node 0 for the root
         */
        public void decision(int tree, int node, int feature, float threshold) {
            int at = tree * ((1 << ensemble.depth) - 1) + node;
            ensemble.features[at] = (short) feature;
            ensemble.thresholds[at] = threshold;
        }

        /** Sets the log-odds of a node below the last decisions. */
        public void leaf(int tree, int node, float logOdds) {
            int decisions = (1 << ensemble.depth) - 1;
            ensemble.leaves[tree * (decisions + 1) + node - decisions] = logOdds;
        }

        public TreeEnsemble build() {
            return ensemble;
        }
    }

    /** The probability, from 0 to 1, for a row of feature values. */
    public double probability(float[] row) {
        return probabilities(List.of(row))[0];
    }

    /**
     * The probabilities for rows of feature values, each from 0 to 1. Every tree is asked for all rows before the next one, and
     * for {@link #ABREAST} of them at once: a decision waits for the one above it, and a processor does the others' meanwhile.
     */
    public double[] probabilities(List<float[]> rows) {
        int count = rows.size();
        double[] sums = new double[count];
        int together = count - count % ABREAST;
        int nodes = (1 << depth) - 1;
        int firstLeaf = 0;
        for (int first = 0; first < features.length; first += nodes) {
            TimeBudget.check();
            for (int i = 0; i < together; i += ABREAST) {
                addFour(rows, i, first, firstLeaf, sums);
            }
            for (int i = together; i < count; i++) {
                sums[i] += leaves[firstLeaf + leaf(rows.get(i), first)];
            }
            firstLeaf += nodes + 1;
        }
        for (int i = 0; i < count; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
        }
        return sums;
    }

    private void addFour(List<float[]> rows, int from, int first, int firstLeaf, double[] sums) {
        float[] a = rows.get(from);
        float[] b = rows.get(from + 1);
        float[] c = rows.get(from + 2);
        float[] d = rows.get(from + 3);
        int atA = 0;
        int atB = 0;
        int atC = 0;
        int atD = 0;
        for (int level = 0; level < depth; level++) {
            atA = below(a, first, atA);
            atB = below(b, first, atB);
            atC = below(c, first, atC);
            atD = below(d, first, atD);
        }
        int leaf = firstLeaf - (1 << depth) + 1;
        sums[from] += leaves[leaf + atA];
        sums[from + 1] += leaves[leaf + atB];
        sums[from + 2] += leaves[leaf + atC];
        sums[from + 3] += leaves[leaf + atD];
    }

    private int leaf(float[] row, int first) {
        int node = 0;
        for (int level = 0; level < depth; level++) {
            node = below(row, first, node);
        }
        return node - (1 << depth) + 1;
    }

    private int below(float[] row, int first, int node) {
        return 2 * node + (row[features[first + node]] < thresholds[first + node] ? 1 : 2);
    }

    public static TreeEnsemble read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("not a tree ensemble");
        }
        TreeEnsemble ensemble = new TreeEnsemble(data.readByte(), data.readShort());
        for (int i = 0; i < ensemble.features.length; i++) {
            ensemble.features[i] = data.readShort();
            ensemble.thresholds[i] = data.readFloat();
        }
        for (int i = 0; i < ensemble.leaves.length; i++) {
            ensemble.leaves[i] = data.readFloat();
        }
        return ensemble;
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeByte(depth);
        data.writeShort(leaves.length >> depth);
        for (int i = 0; i < features.length; i++) {
            data.writeShort(features[i]);
            data.writeFloat(thresholds[i]);
        }
        for (float leaf : leaves) {
            data.writeFloat(leaf);
        }
        data.flush();
    }
}
