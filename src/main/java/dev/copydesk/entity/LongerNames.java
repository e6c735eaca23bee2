package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The names of several words that an article has for organisations, or for places, and which one a shorter name means. */
final class LongerNames {

    private static final int MAX_CHOICES = 16;

    private final Map<String, List<SurfaceForm>> byWord = new HashMap<>();
    private final Map<String, List<SurfaceForm>> byInitials = new HashMap<>();

    void add(SurfaceForm form) {
        if (form.words().size() > 1) {
            new HashSet<>(form.words()).forEach(word -> put(byWord, word, form));
            put(byInitials, form.initials(), form);
        }
    }

    private static void put(Map<String, List<SurfaceForm>> index, String word, SurfaceForm form) {
        List<SurfaceForm> list = index.computeIfAbsent(word, w -> new ArrayList<>());
        if (list.size() < MAX_CHOICES) {
            list.add(form);
        }
    }

    /** The one longer name that an acronym or part of a name stands for; the form itself where there is none or more than one. */
    FoldedName fold(SurfaceForm form) {
        if (form.words().isEmpty()) {
            return FoldedName.asWritten(form);
        }
        if (form.isAcronym()) {
            List<SurfaceForm> meant = byInitials.getOrDefault(form.key(), List.of());
            if (!meant.isEmpty()) {
                return choose(form, meant, LinkRule.INITIALS);
            }
        }
        List<SurfaceForm> wholes = byWord.getOrDefault(form.words().get(0), List.of()).stream()
                .filter(longer -> form.isPartOf(longer))
                .toList();
        return wholes.isEmpty() ? FoldedName.asWritten(form) : choose(form, wholes, LinkRule.PART_OF_NAME);
    }

    /** The only choice, or the one that is part of all the others. */
    private static FoldedName choose(SurfaceForm form, List<SurfaceForm> choices, LinkRule rule) {
        for (SurfaceForm choice : choices) {
            if (choices.stream().allMatch(other -> other.equals(choice) || choice.isPartOf(other))) {
                return new FoldedName(choice, rule);
            }
        }
        return new FoldedName(form, LinkRule.AMBIGUOUS);
    }
}
