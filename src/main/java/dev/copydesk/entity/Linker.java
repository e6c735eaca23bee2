package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the mentions of one article under canonical names: a known alias under its canonical name, a family name under
 * the first full name that the article has it in, an acronym under the long name with these initials, and
 * part of an organisation's name under the whole. What several long names could mean stays as written.
 */
final class Linker {

    /** Full names that one family name is compared with; an article that has more is no article. */
    private static final int MAX_CHOICES = 16;

    /** Code points between a name and its acronym: a blank and a bracket, and one more blank in tokenised text. */
    private static final int BRACKET = 3;

    private record Key(EntityType type, String key) {}

    private final Gazetteer gazetteer;
    private final List<SurfaceForm> forms = new ArrayList<>();
    private final Map<String, List<SurfaceForm>> personsByWord = new HashMap<>();
    private final Map<String, List<SurfaceForm>> organizationsByWord = new HashMap<>();
    private final Map<String, List<SurfaceForm>> organizationsByInitials = new HashMap<>();
    private final Map<String, SurfaceForm> introduced = new HashMap<>();
    private final Map<Key, String> spelling = new HashMap<>();

    private Linker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The mentions in their order, each with its canonical name. */
    static List<LinkedMention> link(List<Mention> mentions, @Nullable String language) {
        return new Linker(Gazetteer.of(language)).link(mentions);
    }

    private List<LinkedMention> link(List<Mention> mentions) {
        Set<Key> seen = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            SurfaceForm form = SurfaceForm.of(mention.surface());
            forms.add(form);
            if (i > 0 && introduces(mentions.get(i - 1), mention) && form.abbreviates(forms.get(i - 1))) {
                introduced.putIfAbsent(form.key(), forms.get(i - 1));
            }
            spelling.merge(new Key(mention.type(), form.key()), form.plain(), Linker::better);
            if (seen.add(new Key(mention.type(), form.key()))) {
                index(mention.type(), form);
            }
        }
        List<LinkedMention> linked = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            SurfaceForm form = forms.get(i);
            linked.add(new LinkedMention(mention, canonical(mention.type(), form)));
        }
        return linked;
    }

    /** Whether an acronym stands right behind a long name, as in {@code Northern Press Council (NPC)}. */
    private static boolean introduces(Mention name, Mention acronym) {
        return name.type() == EntityType.ORGANIZATION
                && acronym.type() == EntityType.ORGANIZATION
                && name.paragraph() == acronym.paragraph()
                && acronym.start() - name.end() >= 2
                && acronym.start() - name.end() <= BRACKET;
    }

    private void index(EntityType type, SurfaceForm form) {
        if (form.words().size() < 2) {
            return;
        }
        if (type == EntityType.PERSON) {
            for (String word : form.words()) {
                put(personsByWord, word, form);
            }
        } else if (type == EntityType.ORGANIZATION) {
            for (String word : form.words()) {
                put(organizationsByWord, word, form);
            }
            put(organizationsByInitials, form.initials(), form);
        }
    }

    private static void put(Map<String, List<SurfaceForm>> index, String word, SurfaceForm form) {
        List<SurfaceForm> list = index.computeIfAbsent(word, w -> new ArrayList<>());
        if (list.size() < MAX_CHOICES) {
            list.add(form);
        }
    }

    private String canonical(EntityType type, SurfaceForm form) {
        String known = knownName(type, form);
        if (known != null) {
            return known;
        }
        SurfaceForm whole = switch (type) {
            case PERSON -> person(form);
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

    /** Assad is Bashar Assad, who is Bashar Hafez Assad where the article says so once. */
    private SurfaceForm person(SurfaceForm form) {
        SurfaceForm full = fuller(form);
        if (full == null) {
            return form;
        }
        SurfaceForm fullest = fuller(full);
        return fullest == null ? full : fullest;
    }

    /** The first full name of the article with these words, sooner one with this family name than one with this given name. */
    private @Nullable SurfaceForm fuller(SurfaceForm form) {
        if (form.words().isEmpty()) {
            return null;
        }
        String last = form.words().get(form.words().size() - 1);
        SurfaceForm byGivenName = null;
        for (SurfaceForm full : personsByWord.getOrDefault(last, List.of())) {
            List<String> words = full.words();
            boolean longer = words.size() > form.words().size() && words.containsAll(form.words());
            if (longer && words.get(words.size() - 1).equals(last)) {
                return full;
            }
            if (longer && form.words().size() == 1 && words.get(0).equals(last) && byGivenName == null) {
                byGivenName = full;
            }
        }
        return byGivenName;
    }

    private SurfaceForm organization(SurfaceForm form) {
        if (form.isAcronym()) {
            SurfaceForm longName = introduced.get(form.key());
            if (longName != null) {
                return longName;
            }
            List<SurfaceForm> choices = organizationsByInitials.getOrDefault(form.key(), List.of());
            return choices.size() == 1 ? choices.get(0) : form;
        }
        if (form.words().isEmpty()) {
            return form;
        }
        SurfaceForm whole = null;
        for (SurfaceForm longer : organizationsByWord.getOrDefault(form.words().get(0), List.of())) {
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
