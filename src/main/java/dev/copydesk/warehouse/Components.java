package dev.copydesk.warehouse;

import java.util.HashMap;
import java.util.Map;

/** Things that hang together, directly or over others: disjoint sets, each named by its smallest member. */
final class Components {

    private final Map<Long, Long> parents = new HashMap<>();

    /** From now on the two hang together. */
    void join(Long one, Long other) {
        long first = nameOf(one);
        long second = nameOf(other);
        parents.put(Math.max(first, second), Math.min(first, second));
        parents.putIfAbsent(Math.min(first, second), Math.min(first, second));
    }

    /** Every member that was ever joined, with the name of what it belongs to. */
    Map<Long, Long> byMember() {
        Map<Long, Long> names = new HashMap<>();
        for (Long member : parents.keySet()) {
            names.put(member, nameOf(member));
        }
        return names;
    }

    private long nameOf(long member) {
        long name = member;
        for (long next = parents.getOrDefault(name, name); next != name; next = parents.getOrDefault(name, name)) {
            name = next;
        }
        return name;
    }
}
