package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hand-written list {@code db/reference/names.txt}; its format stands at its head. */
final class CuratedNames {

    /** A line of the list: aliases hold the canonical name too, each as {@code alias} or {@code language:alias}. */
    record Entry(EntityType type, boolean weak, String canonicalName, List<String> aliases, List<String> regions) {}

    static final String LIST = "/db/reference/names.txt";

    private static final class Holder {
        static final CuratedNames INSTANCE = new CuratedNames();
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byRegion = new HashMap<>();
    private final Map<String, Entry> byLocation = new HashMap<>();

    private CuratedNames() {
        EntityType type = EntityType.LOCATION;
        boolean weak = false;
        for (String line : ResourceLines.of(LIST)) {
            if (line.startsWith("[")) {
                String section = line.substring(1, line.length() - 1);
                weak = section.endsWith(" weak");
                type = EntityType.of(section.replace(" weak", ""));
            } else {
                add(parse(line, type, weak));
            }
        }
    }

    static CuratedNames shared() {
        return Holder.INSTANCE;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The canonical name of a CLDR region: the curated one, or else its English name. */
    String canonicalRegion(String region, String english) {
        Entry entry = byRegion.get(region);
        return entry == null ? canonicalLocation(english) : entry.canonicalName();
    }

    String canonicalLocation(String english) {
        Entry entry = byLocation.get(Folding.fold(english));
        return entry == null ? english : entry.canonicalName();
    }

    boolean isWeakLocation(String name) {
        Entry entry = byLocation.get(Folding.fold(name));
        return entry != null && entry.weak();
    }

    /** The alias itself of {@code alias} or {@code language:alias}. */
    static String withoutLanguage(String alias) {
        return alias.length() > 3 && alias.charAt(2) == ':' ? alias.substring(3) : alias;
    }

    private void add(Entry entry) {
        entries.add(entry);
        entry.regions().forEach(region -> byRegion.put(region, entry));
        if (entry.type() == EntityType.LOCATION) {
            entry.aliases().forEach(alias -> byLocation.putIfAbsent(Folding.fold(alias), entry));
        }
    }

    private static Entry parse(String line, EntityType type, boolean weak) {
        int equals = line.indexOf('=');
        String canonical = line.substring(0, equals).strip();
        List<String> aliases = new ArrayList<>(List.of(canonical));
        List<String> regions = new ArrayList<>();
        for (String alias : List.of(line.substring(equals + 1).split(";", -1))) {
            String name = alias.strip();
            if (name.startsWith("@")) {
                regions.add(name.substring(1));
            } else if (!name.isEmpty()) {
                aliases.add(name);
            }
        }
        return new Entry(type, weak, canonical, aliases, regions);
    }
}
