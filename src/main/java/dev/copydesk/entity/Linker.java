package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds the mentions of one article under canonical names: a known alias under its canonical name, a family name under
 * the full name nearest before it (or, failing that, behind it), an acronym under the long name with these initials, and
 * part of an organisation's name under the whole. What several long names could mean stays as written.
 */
final class Linker {

    /** Full names that one family name is compared with; an article that has more is no article. */
    private static final int MAX_CHOICES = 16;

    private record Key(EntityType type, String key) {}

    private record Full(SurfaceForm form, int order) {}

    private final Gazetteer gazetteer;
    private final List<SurfaceForm> forms = new ArrayList<>();
    private final Map<String, List<Full>> personsByWord = new HashMap<>();
    private final Map<String, List<Full>> organizationsByWord = new HashMap<>();
    private final Map<String, List<Full>> organizationsByInitials = new HashMap<>();
    private final Map<Key, String> spelling = new HashMap<>();

    private Linker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The mentions in their order, each with its canonical name. */
    static List<LinkedMention> link(List<Mention> mentions, @Nullable String language) {
        return new Linker(Gazetteer.of(language)).link(mentions);
    }

    private List<LinkedMention> link(List<Mention> mentions) {
        Map<Key, Boolean> seen = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            SurfaceForm form = SurfaceForm.of(mention.surface());
            forms.add(form);
            spelling.merge(new Key(mention.type(), form.key()), form.plain(), Linker::better);
            if (seen.put(new Key(mention.type(), form.key()), true) == null) {
                index(mention.type(), new Full(form, i));
            }
        }
        List<LinkedMention> linked = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            SurfaceForm form = forms.get(i);
            linked.add(new LinkedMention(mention, canonical(mention.type(), form, i)));
        }
        return linked;
    }

    private void index(EntityType type, Full full) {
        SurfaceForm form = full.form();
        if (form.words().size() < 2) {
            return;
        }
        if (type == EntityType.PERSON) {
            for (String word : List.copyOf(form.words())) {
                put(personsByWord, word, full);
            }
        } else if (type == EntityType.ORGANIZATION) {
            for (String word : List.copyOf(form.words())) {
                put(organizationsByWord, word, full);
            }
            put(organizationsByInitials, form.initials(), full);
        }
    }

    private static void put(Map<String, List<Full>> index, String word, Full full) {
        List<Full> list = index.computeIfAbsent(word, w -> new ArrayList<>());
        if (list.size() < MAX_CHOICES) {
            list.add(full);
        }
    }

    private String canonical(EntityType type, SurfaceForm form, int order) {
        String known = knownName(type, form);
        if (known != null) {
            return known;
        }
        SurfaceForm whole = switch (type) {
            case PERSON -> person(form, order);
            case ORGANIZATION -> organization(form);
            case LOCATION, MISC -> form;
        };
        String knownWhole = knownName(type, whole);
        return knownWhole != null ? knownWhole : spelling.getOrDefault(new Key(type, whole.key()), whole.plain());
    }

    private @Nullable String knownName(EntityType type, SurfaceForm form) {
        KnownName name = gazetteer.find(form.plain());
        return name != null && name.type() == type ? name.canonicalName() : null;
    }

    /** The longest chain of full names, each one holding the words of the one before: Assad, Bashar Assad. */
    private SurfaceForm person(SurfaceForm form, int order) {
        if (form.words().isEmpty()) {
            return form;
        }
        String last = form.words().get(form.words().size() - 1);
        Full best = null;
        for (Full full : personsByWord.getOrDefault(last, List.of())) {
            List<String> words = full.form().words();
            boolean familyName = words.get(words.size() - 1).equals(last);
            boolean givenName = form.words().size() == 1 && words.get(0).equals(last);
            if (words.size() > form.words().size() && (familyName || givenName) && words.containsAll(form.words())) {
                best = nearer(best, full, order);
            }
        }
        return best == null ? form : best.form();
    }

    /** Of two full names the last one before the mention, or else the first one behind it. */
    private static Full nearer(@Nullable Full best, Full full, int order) {
        if (best == null) {
            return full;
        }
        boolean before = full.order() < order;
        if (before != best.order() < order) {
            return before ? full : best;
        }
        return before == full.order() > best.order() ? full : best;
    }

    private SurfaceForm organization(SurfaceForm form) {
        if (form.isAcronym()) {
            List<Full> choices = organizationsByInitials.getOrDefault(form.key(), List.of());
            return choices.size() == 1 ? choices.get(0).form() : form;
        }
        if (form.words().isEmpty()) {
            return form;
        }
        SurfaceForm whole = null;
        for (Full full : organizationsByWord.getOrDefault(form.words().get(0), List.of())) {
            SurfaceForm longer = full.form();
            if (longer.words().size() > form.words().size() && longer.words().containsAll(form.words())) {
                if (whole != null) {
                    return form;
                }
                whole = longer;
            }
        }
        return whole == null ? form : whole;
    }

    /** A spelling with small letters tells more than one in capitals; of two such the first stays. */
    private static String better(String first, String second) {
        boolean shouting = first.equals(first.toUpperCase(Locale.ROOT));
        return shouting && !second.equals(second.toUpperCase(Locale.ROOT)) ? second : first;
    }
}
