package dev.copydesk.entity.crf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sentences in the CoNLL format: a token, a tab and a label a line, a blank line behind each sentence. */
public final class ConllFile {

    /**
     * Words with their labels.
     *
     * @param labels numbers of {@link Labels}; -1 for a word that was not annotated
     */
    public record Sentence(List<String> words, List<Integer> labels) {

        boolean isAnnotated() {
            return labels.stream().allMatch(label -> label >= 0);
        }
    }

    private ConllFile() {}

    public static List<Sentence> read(Path file) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.lastIndexOf('\t');
            if (tab < 0) {
                end(words, labels, sentences);
            } else {
                words.add(line.substring(0, tab));
                labels.add(Labels.of(line.substring(tab + 1).strip()));
            }
        }
        end(words, labels, sentences);
        return sentences;
    }

    private static void end(List<String> words, List<Integer> labels, List<Sentence> sentences) {
        if (!words.isEmpty()) {
            sentences.add(new Sentence(List.copyOf(words), List.copyOf(labels)));
            words.clear();
            labels.clear();
        }
    }
}
