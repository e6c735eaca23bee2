package dev.copydesk.entity;

import com.ibm.icu.util.VersionInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The entities that Copydesk knows from the start: the curated list {@code db/reference/names.txt}, and the countries,
 * continents and cities of the CLDR with their names in some languages.
 */
public final class ReferenceNames {

    /** Languages whose names of countries and cities become aliases. */
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");

    /** An entity's natural key. */
    private record Key(EntityType type, String canonicalName) {}

    /**
     * A known entity.
     *
     * @param aliases its other names, in order, without the canonical one
     */
    public record ReferenceName(EntityType type, String canonicalName, List<String> aliases) {}

    private final Map<Key, TreeSet<String>> aliases =
            new TreeMap<>(Comparator.comparing(Key::type).thenComparing(Key::canonicalName));

    private ReferenceNames() {
        CuratedNames curated = CuratedNames.shared();
        for (CuratedNames.Entry entry : curated.entries()) {
            for (String alias : entry.aliases()) {
                add(entry.type(), entry.canonicalName(), CuratedNames.withoutLanguage(alias));
            }
        }
        for (String language : LANGUAGES) {
            CldrNames.regions(
                    language,
                    (region, name) -> add(
                            Gazetteer.regionType(region),
                            curated.canonicalRegion(region, CldrNames.englishRegion(region)),
                            name));
            CldrNames.cities(
                    language, (english, name) -> add(EntityType.LOCATION, curated.canonicalLocation(english), name));
        }
    }

    /** All known entities, ordered by type and name. */
    public static List<ReferenceName> all() {
        List<ReferenceName> names = new ArrayList<>();
        new ReferenceNames()
                .aliases.forEach((key, others) ->
                        names.add(new ReferenceName(key.type(), key.canonicalName(), List.copyOf(others))));
        return names;
    }

    /** A number that changes with the list, the CLDR's version or the languages. */
    public static int checksum() {
        CRC32 crc = new CRC32();
        crc.update((ResourceLines.text(CuratedNames.LIST) + VersionInfo.ICU_VERSION + LANGUAGES)
                .getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private void add(EntityType type, String canonicalName, String alias) {
        TreeSet<String> others = aliases.computeIfAbsent(new Key(type, canonicalName), key -> new TreeSet<>());
        if (!alias.equals(canonicalName)) {
            others.add(alias);
        }
    }
}
