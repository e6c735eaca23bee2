package dev.copydesk.entity;

import dev.copydesk.document.TimeBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the mentions of one article under canonical names, each by a {@link LinkRule}: a known alias under its canonical
 * name, part of a person's name under the full name, an acronym under the long name with these initials, and part of an
 * organisation's or a place's name under the whole. Mentions of different types are never folded together.
 */
final class Linker {

    /** Code points between a name and its acronym: a blank and a bracket, and one more blank in tokenised text. */
    private static final int BRACKET = 3;

    private record Key(EntityType type, String key) {}

    private final Gazetteer gazetteer;
    private final List<SurfaceForm> forms = new ArrayList<>();
    private final PersonNames persons = new PersonNames();
    private final LongerNames organizations = new LongerNames();
    private final PlaceNames places = new PlaceNames();
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
            TimeBudget.check();
            Mention mention = mentions.get(i);
            SurfaceForm form = SurfaceForm.of(mention.surface(), mention.type());
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
            TimeBudget.check();
            linked.add(link(mentions.get(i), forms.get(i)));
        }
        return linked;
    }

    /** Whether an acronym stands right behind a long name, as in {@code Northern Press Council (NPC)}. */
    private static boolean introduces(Mention name, Mention acronym) {
        return name.type() == acronym.type()
                && name.paragraph() == acronym.paragraph()
                && acronym.start() - name.end() >= 2
                && acronym.start() - name.end() <= BRACKET;
    }

    private void index(EntityType type, SurfaceForm form) {
        switch (type) {
            case PERSON -> persons.add(form);
            case ORGANIZATION -> organizations.add(form);
            case LOCATION -> places.add(form);
            case MISC -> {}
        }
    }

    private LinkedMention link(Mention mention, SurfaceForm form) {
        KnownName known = gazetteer.find(form.plain());
        if (known != null && known.type() == mention.type()) {
            return new LinkedMention(mention, known.canonicalName(), LinkRule.KNOWN_NAME);
        }
        FoldedName folded = fold(mention.type(), form);
        SurfaceForm whole = folded.whole();
        KnownName knownWhole = gazetteer.find(whole.plain());
        String name = knownWhole != null && knownWhole.type() == mention.type()
                ? knownWhole.canonicalName()
                : spelling.getOrDefault(new Key(mention.type(), whole.key()), whole.plain());
        return new LinkedMention(mention, name, folded.rule());
    }

    private FoldedName fold(EntityType type, SurfaceForm form) {
        return switch (type) {
            case PERSON -> persons.fold(form);
            case ORGANIZATION, LOCATION -> {
                SurfaceForm longName = introduced.get(form.key());
                yield longName != null
                        ? new FoldedName(longName, LinkRule.INTRODUCED_ACRONYM)
                        : type == EntityType.LOCATION ? places.fold(form) : organizations.fold(form);
            }
            case MISC -> FoldedName.asWritten(form);
        };
    }

    /** A spelling with small letters tells more than one in capitals; of two such the first stays. */
    private static String better(String first, String second) {
        boolean shouting = first.equals(first.toUpperCase(Locale.ROOT));
        return shouting && !second.equals(second.toUpperCase(Locale.ROOT)) ? second : first;
    }
}
