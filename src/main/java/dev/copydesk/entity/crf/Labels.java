package dev.copydesk.entity.crf;

import java.util.List;

/** The labels of words: outside of names, at the beginning of one, or inside; numbered so that arithmetic tells. */
public final class Labels {

    /** Names of the types, as the CoNLL format has them; their place is their number. */
    public static final List<String> TYPES = List.of("PER", "LOC", "ORG", "MISC");

    /** Outside of all names. */
    public static final int OUTSIDE = 0;

    /** How many labels there are. */
    public static final int COUNT = 1 + 2 * TYPES.size();

    private Labels() {}

    static int begin(int type) {
        return 1 + 2 * type;
    }

    /** Whether a name begins here. */
    public static boolean begins(int label) {
        return label % 2 == 1;
    }

    /** The number of the name's type; not for {@link #OUTSIDE}. */
    public static int type(int label) {
        return (label - 1) / 2;
    }

    /** Whether a label may follow another: the inside of a name only its beginning or inside. */
    static boolean follows(int before, int label) {
        return label == OUTSIDE || begins(label) || (before != OUTSIDE && type(before) == type(label));
    }

    /** The label of a CoNLL name, or -1 for one that is none. */
    public static int of(String name) {
        if (name.equals("O")) {
            return OUTSIDE;
        }
        int type = name.length() < 3 ? -1 : TYPES.indexOf(name.substring(2));
        return type < 0 ? -1 : begin(type) + (name.startsWith("I-") ? 1 : 0);
    }
}
