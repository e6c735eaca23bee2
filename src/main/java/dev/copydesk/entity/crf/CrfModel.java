package dev.copydesk.entity.crf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A trained linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with weights of one byte. Immutable
 * and thread-safe.
 */
public final class CrfModel {

    private static final int MAGIC = 0x43445232; // "CDR2"
    private static final float IMPOSSIBLE = -1e6f;

    private final WordKnowledge knowledge;
    private final HashTable features;
    private final byte[] weights;
    private final float scale;
    private final float[] transitions;

    /**
     * @param features hashes of the features
     * @param weights of each feature for each label, in units of {@code scale}
     * @param transitions from label to label, row by row
     */
    CrfModel(WordKnowledge knowledge, HashTable features, byte[] weights, float scale, float[] transitions) {
        this.knowledge = knowledge;
        this.features = features;
        this.weights = weights;
        this.scale = scale;
        this.transitions = transitions;
    }

    /** The most likely labels of the words of a sentence. */
    public int[] label(List<String> sentence) {
        return sentence.isEmpty() ? new int[0] : best(scores(WordFeatures.of(sentence, knowledge)));
    }

    private float[][] scores(int[][] hashes) {
        float[][] scores = new float[hashes.length][Labels.COUNT];
        int[] sums = new int[Labels.COUNT];
        for (int i = 0; i < hashes.length; i++) {
            Arrays.fill(sums, 0);
            for (int hash : hashes[i]) {
                int row = features.row(hash);
                if (row >= 0) {
                    int from = row * Labels.COUNT;
                    for (int label = 0; label < Labels.COUNT; label++) {
                        sums[label] += weights[from + label];
                    }
                }
            }
            for (int label = 0; label < Labels.COUNT; label++) {
                scores[i][label] = sums[label] * scale;
            }
        }
        return scores;
    }

    /** The labels of the greatest sum (Viterbi). */
    private int[] best(float[][] scores) {
        int length = scores.length;
        int[][] from = new int[length][Labels.COUNT];
        float[] sums = new float[Labels.COUNT];
        for (int label = 0; label < Labels.COUNT; label++) {
            sums[label] = Labels.follows(Labels.OUTSIDE, label) ? scores[0][label] : IMPOSSIBLE;
        }
        for (int i = 1; i < length; i++) {
            float[] next = new float[Labels.COUNT];
            for (int label = 0; label < Labels.COUNT; label++) {
                int best = 0;
                float most = Float.NEGATIVE_INFINITY;
                for (int before = 0; before < Labels.COUNT; before++) {
                    float sum = sums[before] + transitions[before * Labels.COUNT + label];
                    if (sum > most && Labels.follows(before, label)) {
                        most = sum;
                        best = before;
                    }
                }
                next[label] = most + scores[i][label];
                from[i][label] = best;
            }
            sums = next;
        }
        int[] labels = new int[length];
        for (int label = 1; label < Labels.COUNT; label++) {
            labels[length - 1] = sums[label] > sums[labels[length - 1]] ? label : labels[length - 1];
        }
        for (int i = length - 1; i > 0; i--) {
            labels[i - 1] = from[i][labels[i]];
        }
        return labels;
    }

    public static CrfModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model of names");
        }
        WordKnowledge knowledge = WordKnowledge.read(in);
        HashTable features = HashTable.read(in);
        float scale = in.readFloat();
        byte[] weights = new byte[features.size() * Labels.COUNT];
        in.readFully(weights);
        float[] transitions = new float[Labels.COUNT * Labels.COUNT];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readFloat();
        }
        return new CrfModel(knowledge, features, weights, scale, transitions);
    }

    void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        knowledge.write(out);
        features.write(out);
        out.writeFloat(scale);
        out.write(weights);
        for (float transition : transitions) {
            out.writeFloat(transition);
        }
        out.flush();
    }
}
