package dev.copydesk.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Word lists written as one text, words parted by single spaces. */
final class WordSet {

    private WordSet() {}

    static Set<String> of(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ", -1)));
    }
}
