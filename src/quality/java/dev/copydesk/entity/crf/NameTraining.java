package dev.copydesk.entity.crf;

import dev.copydesk.entity.crf.ConllFile.Sentence;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Trains the model of names on labelled sentences of several sources, each of which counts by what it is worth. */
public final class NameTraining {

    private static final int ROUNDS = 8;
    private static final int FEWEST = 2;
    private static final int FEATURES = 520_000;
    private static final int BLOCK = 20;
    private static final int PARTS = 10;

    private NameTraining() {}

    /**
     * Trains on the sentences of a folder.
     *
     * @param folder with {@code train/} and {@code gaz/}
     * @param all whether to train on what {@link #isKeptAside} too
     */
    public static CrfModel train(Path folder, boolean all) throws IOException {
        CrfTraining training = new CrfTraining(KnowledgeSource.read(folder.resolve("gaz")));
        for (Path file : files(folder)) {
            List<Sentence> sentences = ConllFile.read(file);
            float weight = weight(file.getFileName().toString());
            for (int i = 0; i < sentences.size(); i++) {
                if (all || !isKeptAside(file, i)) {
                    training.add(sentences.get(i), weight);
                }
            }
        }
        return training.train(ROUNDS, FEWEST, FEATURES);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("train"))) {
            return files.sorted().toList();
        }
    }

    /** Sentences kept aside to measure on: every tenth block of the news, and all of re3d. */
    private static boolean isKeptAside(Path file, int sentence) {
        String name = file.getFileName().toString();
        return name.startsWith("re3d") || (name.startsWith("news") && sentence / BLOCK % PARTS == PARTS - 1);
    }

    /** The news sentences that are kept aside. */
    public static List<Sentence> newsKeptAside(Path folder) throws IOException {
        Path file = folder.resolve("train/news.conll");
        List<Sentence> sentences = ConllFile.read(file);
        List<Sentence> kept = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (isKeptAside(file, i)) {
                kept.add(sentences.get(i));
            }
        }
        return kept;
    }

    /** Hand-labelled news count most; what a tagger labelled, and tweets, count least. */
    private static float weight(String file) {
        if (file.startsWith("news")) {
            return 4;
        }
        if (file.startsWith("uner_ewt") || file.startsWith("re3d")) {
            return 2;
        }
        if (file.startsWith("gmb") || file.startsWith("wnut17")) {
            return 0.4f;
        }
        return file.startsWith("btc") ? 0.3f : 1;
    }

    /** Writes a model to a file. */
    public static void write(CrfModel model, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.write(out);
        }
    }
}
