package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts mentions in order and keeps the longer of two that overlap, the first one where they are equally long. */
final class WithoutOverlap {

    private WithoutOverlap() {}

    static List<Mention> of(List<Mention> mentions) {
        List<Mention> sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(Mention::paragraph).thenComparingInt(Mention::start));
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : sorted) {
            Mention last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || last.paragraph() != mention.paragraph() || last.end() <= mention.start()) {
                kept.add(mention);
            } else if (mention.end() - mention.start() > last.end() - last.start()) {
                kept.set(kept.size() - 1, mention);
            }
        }
        return List.copyOf(kept);
    }
}
