package dev.copydesk.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how the mentions of a document are folded, on mentions that are marked by hand with the chain they belong to:
 * B³ (Bagga and Baldwin 1998), in which precision is the mean share of a mention's cluster that is of its chain, and
 * recall that of its chain which is in its cluster.
 */
final class FoldingQuality {

    private record Gold(String chain, Mention mention) {}

    /** Sums over mentions, and their number. */
    private static final class Sums {
        private double precision;
        private double recall;
        private int mentions;

        void add(double right, double cluster, double chain) {
            precision += right / cluster;
            recall += right / chain;
            mentions++;
        }

        double f1() {
            double p = precision / mentions;
            double r = recall / mentions;
            return 200 * p * r / (p + r);
        }
    }

    private FoldingQuality() {}

    /** Prints the figures over a file of document, sentence, first token, token behind, type, chain, page and text. */
    static void print(Path file) throws IOException {
        Map<String, List<Gold>> documents = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] field = line.split("\t", -1);
            if (!field[4].equals("MISC")) {
                documents.computeIfAbsent(field[0], name -> new ArrayList<>()).add(gold(field));
            }
        }
        Sums all = new Sums();
        Map<LinkRule, Sums> byRule = new EnumMap<>(LinkRule.class);
        documents.values().forEach(document -> add(document, all, byRule));
        System.out.printf(
                Locale.ROOT,
                "%nFolding: B³ F1 %.1f (precision %.1f, recall %.1f) over %d mentions%n%n",
                all.f1(),
                100 * all.precision / all.mentions,
                100 * all.recall / all.mentions,
                all.mentions);
        System.out.println("| rule | mentions | precision | recall |");
        System.out.println("| --- | --- | --- | --- |");
        byRule.forEach((rule, sums) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f |%n",
                rule.label(),
                sums.mentions,
                sums.precision / sums.mentions,
                sums.recall / sums.mentions));
    }

    /** A mention whose offsets are those of its tokens as if each were one letter and a blank. */
    private static Gold gold(String[] field) {
        EntityType type = switch (field[4]) {
            case "PER" -> EntityType.PERSON;
            case "ORG" -> EntityType.ORGANIZATION;
            default -> EntityType.LOCATION;
        };
        int start = 2 * Integer.parseInt(field[2]);
        int end = 2 * Integer.parseInt(field[3]) - 1;
        return new Gold(field[5], new Mention(Integer.parseInt(field[1]) + 1, start, end, field[7], type));
    }

    private static void add(List<Gold> document, Sums all, Map<LinkRule, Sums> byRule) {
        List<LinkedMention> linked =
                Linker.link(document.stream().map(Gold::mention).toList(), "en");
        for (int i = 0; i < linked.size(); i++) {
            int cluster = 0;
            int chain = 0;
            int right = 0;
            for (int j = 0; j < linked.size(); j++) {
                boolean together = together(linked.get(i), linked.get(j));
                boolean same = document.get(i).chain().equals(document.get(j).chain());
                cluster += together ? 1 : 0;
                chain += same ? 1 : 0;
                right += together && same ? 1 : 0;
            }
            all.add(right, cluster, chain);
            byRule.computeIfAbsent(linked.get(i).rule(), rule -> new Sums()).add(right, cluster, chain);
        }
    }

    private static boolean together(LinkedMention one, LinkedMention other) {
        return one.mention().type() == other.mention().type()
                && one.canonicalName().equals(other.canonicalName());
    }
}
