package dev.copydesk.entity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word classes of {@code words.txt} and {@code first-names.txt}, looked up by folded word. */
final class Lexicon {

    private static final class Holder {
        static final Lexicon INSTANCE = new Lexicon();
    }

    private final Map<String, Set<WordClass>> classes = new HashMap<>();

    private Lexicon() {
        WordClass section = WordClass.FUNCTION;
        for (String line : ResourceLines.of("words.txt")) {
            if (line.startsWith("[")) {
                section = WordClass.valueOf(line.substring(1, line.length() - 1));
            } else {
                add(line, section);
            }
        }
        for (String line : ResourceLines.of("first-names.txt")) {
            add(line, WordClass.FIRST_NAME);
        }
    }

    static Lexicon shared() {
        return Holder.INSTANCE;
    }

    private void add(String line, WordClass section) {
        for (String word : List.of(line.split(" ", -1))) {
            classes.computeIfAbsent(Folding.fold(word), w -> EnumSet.noneOf(WordClass.class))
                    .add(section);
        }
    }

    /** The word's classes, none for an unknown word. */
    Set<WordClass> classesOf(String folded) {
        return classes.getOrDefault(folded, Set.of());
    }
}
