package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The full names of persons in an article, and which of them a shorter name stands for. */
final class PersonNames {

    /** Full names that one word is compared with; an article that has more is no article. */
    private static final int MAX_CHOICES = 16;

    private final Map<String, List<SurfaceForm>> byWord = new HashMap<>();

    /** Adds a name; those of one word are no full names. */
    void add(SurfaceForm form) {
        if (form.words().size() > 1) {
            for (String word : new HashSet<>(form.words())) {
                List<SurfaceForm> names = byWord.computeIfAbsent(word, w -> new ArrayList<>());
                if (names.size() < MAX_CHOICES) {
                    names.add(form);
                }
            }
        }
    }

    /**
     * The full name that a person's name is part of. Of several, that with this family name goes before that with this
     * given name, and the one that the article has first before others: the persons that news is about are introduced
     * first.
     */
    FoldedName fold(SurfaceForm form) {
        List<SurfaceForm> choices = longer(form);
        if (choices.isEmpty()) {
            return new FoldedName(firstOrder(form), LinkRule.AS_WRITTEN);
        }
        SurfaceForm first = fullest(choices.get(0));
        boolean several = choices.stream().anyMatch(choice -> !fullest(choice).sameWords(first));
        return new FoldedName(first, several ? LinkRule.FIRST_PERSON : LinkRule.PART_OF_PERSON);
    }

    /** Assad is Bashar Assad, who is Bashar Hafez Assad where the article says so once. */
    private SurfaceForm fullest(SurfaceForm form) {
        List<SurfaceForm> choices = longer(form);
        return firstOrder(choices.isEmpty() ? form : choices.get(0));
    }

    /** The same words in the order that the article has first: family names stand first in some languages. */
    private SurfaceForm firstOrder(SurfaceForm form) {
        if (form.words().size() > 1) {
            for (SurfaceForm other : byWord.getOrDefault(form.words().get(0), List.of())) {
                if (other.sameWords(form)) {
                    return other;
                }
            }
        }
        return form;
    }

    private List<SurfaceForm> longer(SurfaceForm form) {
        List<String> part = form.words();
        List<SurfaceForm> byFamilyName = new ArrayList<>();
        List<SurfaceForm> byGivenName = new ArrayList<>();
        if (!part.isEmpty()) {
            String last = part.get(part.size() - 1);
            for (SurfaceForm full : byWord.getOrDefault(last, List.of())) {
                List<String> words = full.words();
                if (words.size() > part.size() && words.containsAll(part)) {
                    if (words.get(words.size() - 1).equals(last)) {
                        byFamilyName.add(full);
                    } else if (part.size() == 1 && words.get(0).equals(last)) {
                        byGivenName.add(full);
                    }
                }
            }
        }
        return byFamilyName.isEmpty() ? byGivenName : byFamilyName;
    }
}
