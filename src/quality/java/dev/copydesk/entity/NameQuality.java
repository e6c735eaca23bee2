package dev.copydesk.entity;

import dev.copydesk.entity.crf.ConllFile;
import dev.copydesk.entity.crf.ConllFile.Sentence;
import dev.copydesk.entity.crf.CrfModel;
import dev.copydesk.entity.crf.Labels;
import dev.copydesk.entity.crf.NameTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Trains the recogniser of names and measures it on labelled sentences: exact spans of persons, organisations and places. */
public final class NameQuality {

    private static final Path MODEL = Path.of("src/main/resources/dev/copydesk/entity/names.bin");

    /** So many sentences in a row are read as a document. */
    private static final int DOCUMENT = 10;

    private static final List<String> TYPES = List.of("PER", "LOC", "ORG");

    private NameQuality() {}

    /** Trains on all sentences of a folder and writes what the build carries. */
    public static void train(Path folder) throws IOException {
        NameTraining.write(NameTraining.train(folder, true), MODEL);
    }

    /** Prints a table; where the folder is missing, a message. */
    public static void measure(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("train"))) {
            System.out.println("quality: skipped, as there are no labelled names at " + folder);
            return;
        }
        Map<String, List<Sentence>> sets = new LinkedHashMap<>();
        sets.put("GMB dev", ConllFile.read(folder.resolve("eval/gmb.dev.conll")));
        sets.put("EWT test", ConllFile.read(folder.resolve("eval/uner_ewt.test.conll")));
        sets.put("WNUT17 dev", ConllFile.read(folder.resolve("eval/wnut17.dev.conll")));
        sets.put("news, kept aside", NameTraining.newsKeptAside(folder));
        sets.put("re3d, not trained on", ConllFile.read(folder.resolve("train/re3d.devhalf.conll")));
        CrfModel model = NameTraining.train(folder, false);
        System.out.println("| set | sentences | F1 | persons | places | organisations | by rules alone |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        sets.forEach((name, sentences) -> {
            Score learned = score(new LearnedRecogniser(model), sentences);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    name,
                    sentences.size(),
                    learned.f1(TYPES),
                    learned.f1(List.of("PER")),
                    learned.f1(List.of("LOC")),
                    learned.f1(List.of("ORG")),
                    score(new RuleRecogniser(), sentences).f1(TYPES));
        });
        FoldingQuality.print(folder.resolve("coref/gum.coref.tsv"));
    }

    /** Counts of spans by type: right ones, found ones and true ones. */
    private record Score(Map<String, int[]> counts) {

        double f1(List<String> types) {
            int right = 0;
            int all = 0;
            for (String type : types) {
                int[] count = counts.getOrDefault(type, new int[3]);
                right += count[0];
                all += count[1] + count[2];
            }
            return all == 0 ? 0 : 200.0 * right / all;
        }
    }

    private static Score score(Recogniser recogniser, List<Sentence> sentences) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        TYPES.forEach(type -> counts.put(type, new int[3]));
        for (int start = 0; start < sentences.size(); start += DOCUMENT) {
            List<Sentence> document = sentences.subList(start, Math.min(sentences.size(), start + DOCUMENT));
            List<List<String>> found = new ArrayList<>();
            document.forEach(sentence -> found.add(new ArrayList<>()));
            List<String> texts = document.stream()
                    .map(sentence -> String.join(" ", sentence.words()))
                    .toList();
            for (Mention mention : recogniser.recognise(texts, "en").mentions()) {
                int paragraph = mention.paragraph() - 1;
                found.get(paragraph).add(span(document.get(paragraph), mention));
            }
            for (int i = 0; i < document.size(); i++) {
                count(document.get(i), found.get(i), counts);
            }
        }
        return new Score(counts);
    }

    /** {@code from-to-TYPE} in tokens. */
    private static String span(Sentence sentence, Mention mention) {
        int at = 0;
        int from = -1;
        int to = -1;
        for (int i = 0; i < sentence.words().size(); i++) {
            String word = sentence.words().get(i);
            int end = at + word.codePointCount(0, word.length());
            from = from < 0 && end > mention.start() ? i : from;
            to = at < mention.end() ? i + 1 : to;
            at = end + 1;
        }
        String type = mention.type() == EntityType.ORGANIZATION
                ? "ORG"
                : mention.type().name().substring(0, 3);
        return from + "-" + to + "-" + type;
    }

    private static void count(Sentence sentence, List<String> found, Map<String, int[]> counts) {
        Set<String> gold = Set.copyOf(gold(sentence.labels()));
        gold.forEach(span -> counts.getOrDefault(type(span), new int[3])[2]++);
        for (String span : found) {
            int[] count = counts.getOrDefault(type(span), new int[3]);
            if (gold.contains(span)) {
                count[0]++;
                count[1]++;
            } else if (!touchesUnannotated(sentence.labels(), span)) {
                count[1]++;
            }
        }
    }

    private static String type(String span) {
        return span.substring(span.lastIndexOf('-') + 1);
    }

    private static boolean touchesUnannotated(List<Integer> labels, String span) {
        String[] parts = span.split("-", -1);
        for (int i = Integer.parseInt(parts[0]); i < Integer.parseInt(parts[1]); i++) {
            if (labels.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> gold(List<Integer> labels) {
        List<String> spans = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= labels.size(); i++) {
            int label = i == labels.size() ? Labels.OUTSIDE : labels.get(i);
            boolean goesOn = from >= 0
                    && label > Labels.OUTSIDE
                    && !Labels.begins(label)
                    && Labels.type(label) == Labels.type(labels.get(from));
            if (from >= 0 && !goesOn) {
                spans.add(from + "-" + i + "-" + Labels.TYPES.get(Labels.type(labels.get(from))));
                from = -1;
            }
            from = from < 0 && label > Labels.OUTSIDE ? i : from;
        }
        return spans;
    }
}
