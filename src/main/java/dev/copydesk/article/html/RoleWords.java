package dev.copydesk.article.html;

import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of class names and ids, as page templates use it. A name is split into words at hyphens, underscores and
 * changes of case; a single word, two neighbouring words or three are looked up together, so that {@code articleBody},
 * {@code article-body} and {@code c-article__body--wide} say the same.
 */
final class RoleWords {

    private static final int SLOTS = 1 << 13;
    private static final int MASK = SLOTS - 1;

    /** A hash table, probed one slot after the other; it never holds much, so that probes are short. */
    private static final @Nullable String[] WORDS = new @Nullable String[SLOTS];

    private static final int[] HASHES = new int[SLOTS];
    private static final int[] ROLES = new int[SLOTS];

    static {
        for (String line : WordList.lines("role-words.txt")) {
            String[] words = line.split(" ", -1);
            int role = Role.valueOf(words[0]).bit();
            for (int i = 1; i < words.length; i++) {
                add(words[i], role);
            }
        }
    }

    private static void add(String word, int role) {
        int slot = word.hashCode() & MASK;
        while (WORDS[slot] != null && !word.equals(WORDS[slot])) {
            slot = (slot + 1) & MASK;
        }
        WORDS[slot] = word;
        HASHES[slot] = word.hashCode();
        ROLES[slot] |= role;
    }

    private RoleWords() {}

    /** The roles that a class attribute or an id names, as a mask. */
    static int rolesOf(String names) {
        int roles = 0;
        int start = 0;
        int length = Math.min(names.length(), 600);
        while (start < length) {
            int end = start;
            while (end < length && names.charAt(end) > ' ') {
                end++;
            }
            if (end > start && !isStateOrTerm(names, start)) {
                roles |= rolesOfName(names, start, end);
            }
            start = end + 1;
        }
        return roles;
    }

    /** {@code tag-politics}, {@code has-sidebar}: names that say what is in or around the element, not what it is. */
    private static boolean isStateOrTerm(String names, int start) {
        return names.startsWith("tag-", start)
                || names.startsWith("category-", start)
                || names.startsWith("has-", start)
                || names.startsWith("with-", start)
                || names.startsWith("no-", start)
                || names.startsWith("without-", start)
                || names.startsWith("js-", start)
                || names.startsWith("hide-", start)
                || names.startsWith("show-", start)
                || names.startsWith("not-", start)
                || names.startsWith("post_tag", start)
                || names.startsWith("topic-", start);
    }

    private static int rolesOfName(String names, int start, int end) {
        int roles = 0;
        int before = -1;
        int last = -1;
        int beforeHash = 0;
        int lastHash = 0;
        int from = start;
        while (from < end) {
            int to = from;
            int hash = 0;
            int power = 1;
            while (to < end && isLetter(names.charAt(to)) && (to == from || !startsWord(names, to))) {
                hash = 31 * hash + lower(names.charAt(to));
                power *= 31;
                to++;
            }
            if (to == from) {
                from++;
                continue;
            }
            roles |= of(hash, names, from, to);
            if (last >= 0) {
                roles |= of(lastHash * power + hash, names, last, to);
                if (before >= 0) {
                    roles |= of(beforeHash * power + hash, names, before, to);
                }
            }
            beforeHash = lastHash * power + hash;
            lastHash = hash;
            before = last;
            last = from;
            from = to;
        }
        return roles;
    }

    /** The roles of the letters between two positions; {@code hash} is the {@link String#hashCode()} of them in lower case. */
    private static int of(int hash, String names, int from, int to) {
        for (int slot = hash & MASK; WORDS[slot] != null; slot = (slot + 1) & MASK) {
            if (HASHES[slot] == hash && isSpelled(WORDS[slot], names, from, to)) {
                return ROLES[slot];
            }
        }
        return 0;
    }

    private static boolean isSpelled(String word, String names, int from, int to) {
        int at = 0;
        for (int i = from; i < to; i++) {
            char c = names.charAt(i);
            if (isLetter(c) && (at == word.length() || lower(c) != word.charAt(at++))) {
                return false;
            }
        }
        return at == word.length();
    }

    private static boolean startsWord(String names, int i) {
        char c = names.charAt(i);
        return c >= 'A' && c <= 'Z' && !(names.charAt(i - 1) >= 'A' && names.charAt(i - 1) <= 'Z');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
