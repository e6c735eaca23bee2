package dev.copydesk.entity.crf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads word clusters and lists of names into {@link WordKnowledge}. */
final class KnowledgeSource {

    private static final int MAX_WORD = 20;
    private static final int MAX_PATH = 31;

    private final Map<Integer, Integer> lists = new HashMap<>();
    private final Map<Integer, Short> clusters = new HashMap<>();
    private final List<Integer> phrases = new ArrayList<>();
    private final Map<String, Short> paths = new TreeMap<>();

    private KnowledgeSource() {}

    /** @param folder with {@code country.txt}, {@code city.txt}, {@code first.txt}, {@code last.txt} and the clusters */
    static WordKnowledge read(Path folder) throws IOException {
        KnowledgeSource source = new KnowledgeSource();
        source.names(folder.resolve("first.txt"), WordKnowledge.FIRST_NAME);
        source.names(folder.resolve("last.txt"), WordKnowledge.LAST_NAME);
        source.places(folder.resolve("city.txt"), WordKnowledge.CITY);
        source.places(folder.resolve("country.txt"), WordKnowledge.COUNTRY);
        source.clusters(folder.resolve("nlp4j-brown.tsv.gz"));
        return source.knowledge();
    }

    private void names(Path file, int list) throws IOException {
        for (String name : Files.readAllLines(file)) {
            add(name.strip(), list);
        }
    }

    private void places(Path file, int list) throws IOException {
        for (String name : Files.readAllLines(file)) {
            String[] words = name.strip().split("[ -]+", -1);
            if (words.length == 1) {
                add(words[0], list);
            } else if (words.length <= 4) {
                add(words[0], WordKnowledge.CITY_BEGINS);
                int phrase = new WordHashes(words[0]).lower;
                for (int i = 1; i < words.length; i++) {
                    phrase = WordFeatures.phrase(phrase, new WordHashes(words[i]).lower);
                }
                phrases.add(phrase);
            }
        }
    }

    private void add(String word, int list) {
        if (!word.isEmpty()) {
            lists.merge(new WordHashes(word).lower, list, (a, b) -> a | b);
        }
    }

    private void clusters(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] row = line.split("\t", -1);
                if (row.length == 2 && row[1].length() <= MAX_WORD && row[0].matches("[01]+")) {
                    rows.add(row);
                    paths.put(row[0], (short) 0);
                }
            }
        }
        short number = 0;
        for (Map.Entry<String, Short> path : paths.entrySet()) {
            path.setValue(number++);
        }
        for (String[] row : rows) {
            clusters.putIfAbsent(new WordHashes(row[1]).lower, paths.get(row[0]));
        }
    }

    private WordKnowledge knowledge() {
        TreeMap<Integer, Integer> all = new TreeMap<>(lists);
        clusters.keySet().forEach(hash -> all.putIfAbsent(hash, 0));
        int[] hashes = all.keySet().stream().mapToInt(Integer::intValue).toArray();
        short[] cluster = new short[hashes.length];
        byte[] list = new byte[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            cluster[i] = clusters.getOrDefault(hashes[i], (short) -1);
            list[i] = all.getOrDefault(hashes[i], 0).byteValue();
        }
        int[] turns = new int[paths.size()];
        byte[] lengths = new byte[paths.size()];
        paths.forEach((path, number) -> {
            String kept = path.length() > MAX_PATH ? path.substring(0, MAX_PATH) : path;
            lengths[number] = (byte) kept.length();
            turns[number] = Integer.parseUnsignedInt(kept, 2) << (32 - kept.length());
        });
        int[] places =
                phrases.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        return new WordKnowledge(new HashTable(hashes), cluster, list, turns, lengths, new HashTable(places));
    }
}
