package dev.copydesk.article.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects labelled rows and boosts trees on them with XGBoost; the same rows give the same trees. */
public final class TreeTraining {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final int features;
    private final List<float[]> rows = new ArrayList<>();
    private final List<Float> labels = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    /**
     * Starts without rows.
     *
     * @param features how many values of each row count
     */
    public TreeTraining(int features) {
        this.features = features;
    }

    /** Adds a row; it must not change before {@link #train}. */
    public void add(float[] row, float label, float weight) {
        rows.add(row);
        labels.add(label);
        weights.add(weight);
    }

    /**
     * Trains on the rows.
     *
     * @param leastWeight the least sum of weights, by their spread, that a leaf may rest on
     * @param share of the features, drawn anew for each tree, from 0 to 1
     */
    public TreeEnsemble train(int trees, int depth, double rate, double leastWeight, double share) {
        try {
            float[] values = new float[rows.size() * features];
            float[] label = new float[rows.size()];
            float[] weight = new float[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, values, i * features, features);
                label[i] = labels.get(i);
                weight[i] = weights.get(i);
            }
            DMatrix matrix = new DMatrix(values, rows.size(), features, Float.NaN);
            matrix.setLabel(label);
            matrix.setWeight(weight);
            Map<String, Object> parameters = Map.ofEntries(
                    Map.entry("objective", "binary:logistic"),
                    Map.entry("base_score", 0.5f),
                    Map.entry("tree_method", "hist"),
                    Map.entry("max_bin", 128),
                    Map.entry("max_depth", depth),
                    Map.entry("eta", rate),
                    Map.entry("min_child_weight", leastWeight),
                    Map.entry("lambda", 5f),
                    Map.entry("subsample", 0.8f),
                    Map.entry("colsample_bytree", share),
                    Map.entry("seed", 17),
                    Map.entry("nthread", 1),
                    Map.entry("verbosity", 0));
            String[] dump = XGBoost.train(matrix, parameters, trees, Map.of(), null, null)
                    .getModelDump((String) null, false, "json");
            matrix.dispose();
            return ensemble(dump, depth);
        } catch (XGBoostError e) {
            throw new IllegalStateException("training failed", e);
        }
    }

    private static TreeEnsemble ensemble(String[] dump, int depth) {
        TreeEnsemble.Builder builder = new TreeEnsemble.Builder(depth, dump.length);
        for (int tree = 0; tree < dump.length; tree++) {
            fill(builder, tree, 0, 0, MAPPER.readTree(dump[tree]));
        }
        return builder.build();
    }

    /** Copies a node; a leaf above the last level is repeated below decisions that always go right. */
    private static void fill(TreeEnsemble.Builder builder, int tree, int node, int level, JsonNode from) {
        int left = 2 * node + 1;
        if (level == builder.depth()) {
            builder.leaf(tree, node, (float) from.path("leaf").doubleValue());
        } else if (from.has("leaf")) {
            builder.decision(tree, node, 0, Float.NEGATIVE_INFINITY);
            fill(builder, tree, left, level + 1, from);
            fill(builder, tree, left + 1, level + 1, from);
        } else {
            int feature = Integer.parseInt(from.path("split").stringValue().substring(1));
            builder.decision(
                    tree, node, feature, (float) from.path("split_condition").doubleValue());
            int yes = from.path("yes").intValue();
            for (JsonNode child : from.path("children").values()) {
                fill(builder, tree, child.path("nodeid").intValue() == yes ? left : left + 1, level + 1, child);
            }
        }
    }
}
