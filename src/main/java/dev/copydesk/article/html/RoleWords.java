package dev.copydesk.article.html;

import java.util.HashMap;
import java.util.Map;

/**
 * The vocabulary of class names and ids, as page templates use it. A name is split into words at hyphens, underscores and
 * changes of case; a single word, two neighbouring words or three are looked up together, so that {@code articleBody},
 * {@code article-body} and {@code c-article__body--wide} say the same.
 */
final class RoleWords {

    private static final Map<String, Integer> WORDS = new HashMap<>();

    static {
        for (String line : WordList.lines("role-words.txt")) {
            String[] words = line.split(" ", -1);
            int role = Role.valueOf(words[0]).bit();
            for (int i = 1; i < words.length; i++) {
                WORDS.merge(words[i], role, (a, b) -> a | b);
            }
        }
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
        String before = "";
        String last = "";
        int from = start;
        while (from < end) {
            int to = from;
            while (to < end && isLetter(names.charAt(to)) && (to == from || !startsWord(names, to))) {
                to++;
            }
            if (to == from) {
                from++;
                continue;
            }
            String word = lower(names, from, to);
            roles |= WORDS.getOrDefault(word, 0);
            if (!last.isEmpty()) {
                roles |= WORDS.getOrDefault(last + word, 0);
                if (!before.isEmpty()) {
                    roles |= WORDS.getOrDefault(before + last + word, 0);
                }
            }
            before = last;
            last = word;
            from = to;
        }
        return roles;
    }

    private static boolean startsWord(String names, int i) {
        char c = names.charAt(i);
        return c >= 'A' && c <= 'Z' && !(names.charAt(i - 1) >= 'A' && names.charAt(i - 1) <= 'Z');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String lower(String names, int from, int to) {
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = names.charAt(i);
            word.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return word.toString();
    }
}
