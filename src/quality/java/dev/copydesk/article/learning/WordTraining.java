package dev.copydesk.article.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts on how many sites a word stands inside articles and outside of them. */
public final class WordTraining {

    private static final float FEWEST_SITES = 3;
    private static final float LEAST_ODDS = 0.2f;
    private static final float ROUNDING = 0.01f;

    private final Map<String, List<TrainingPage>> sites = new TreeMap<>();
    private final Map<String, Map<Integer, float[]>> bySite = new HashMap<>();
    private final Map<Integer, float[]> all = new HashMap<>();

    public WordTraining(List<TrainingPage> pages) {
        for (TrainingPage page : pages) {
            sites.computeIfAbsent(page.domain, site -> new ArrayList<>()).add(page);
        }
        sites.forEach((site, its) -> {
            Map<Integer, float[]> shares = shares(its);
            bySite.put(site, shares);
            shares.forEach((hash, share) -> {
                float[] sum = all.computeIfAbsent(hash, key -> new float[2]);
                sum[0] += share[0];
                sum[1] += share[1];
            });
        });
        all.values().removeIf(sum -> sum[0] + sum[1] < FEWEST_SITES - ROUNDING);
    }

    /** For each word which share of a site's blocks with it is outside of articles, and inside. */
    private static Map<Integer, float[]> shares(List<TrainingPage> pages) {
        Map<Integer, float[]> counts = new HashMap<>();
        for (TrainingPage page : pages) {
            for (int i = 0; i < page.labels.length; i++) {
                if (page.isLabelled(i)) {
                    Set<Integer> words = new HashSet<>();
                    for (int hash : page.hashes[i]) {
                        words.add(hash);
                    }
                    int side = page.labels[i] > 0.5f ? 1 : 0;
                    words.forEach(hash -> counts.computeIfAbsent(hash, key -> new float[2])[side]++);
                }
            }
        }
        for (float[] count : counts.values()) {
            float sum = count[0] + count[1];
            count[0] /= sum;
            count[1] /= sum;
        }
        return counts;
    }

    /** The odds by all sites. */
    public WordOdds odds() {
        return odds(all, Map.of());
    }

    /** Sets the words' features of every page by the other sites alone, as for a page of a site never seen. */
    public void setWords() {
        sites.forEach((site, pages) -> {
            Map<Integer, float[]> own = bySite.getOrDefault(site, Map.of());
            Map<Integer, float[]> known = new HashMap<>();
            own.keySet().forEach(hash -> {
                float[] sum = all.get(hash);
                if (sum != null) {
                    known.put(hash, sum);
                }
            });
            for (TrainingPage page : pages) {
                for (int[] hashes : page.hashes) {
                    for (int hash : hashes == null ? new int[0] : hashes) {
                        float[] sum = all.get(hash);
                        if (sum != null) {
                            known.put(hash, sum);
                        }
                    }
                }
            }
            WordOdds odds = odds(known, own);
            pages.forEach(page -> page.setWords(odds));
        });
    }

    private static WordOdds odds(Map<Integer, float[]> sums, Map<Integer, float[]> without) {
        Map<Integer, Float> odds = new HashMap<>();
        sums.forEach((hash, sum) -> {
            float[] less = without.getOrDefault(hash, new float[2]);
            float outside = sum[0] - less[0];
            float inside = sum[1] - less[1];
            float value = (float) Math.log((inside + 0.5) / (outside + 0.5));
            if (outside + inside >= FEWEST_SITES - ROUNDING && Math.abs(value) > LEAST_ODDS) {
                odds.put(hash, value);
            }
        });
        return new WordOdds(odds);
    }
}
