package dev.copydesk.entity;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Place names of the Unicode CLDR, as ICU gives them: countries and continents by region code, and the exemplar cities
 * of the time zones.
 */
final class CldrNames {

    /** UN M.49 codes of the continents and regions that the news names. */
    private static final List<String> CONTINENTS =
            List.of("002", "003", "005", "009", "013", "019", "029", "142", "143", "150", "202", "419");

    /** CLDR's codes that name no place. */
    private static final Set<String> NO_PLACE = Set.of("ZZ", "XA", "XB", "QO", "EZ", "UM");

    private static final Map<String, String> ENGLISH_CITIES = englishCities();

    private CldrNames() {}

    static String englishRegion(String region) {
        String name = LocaleDisplayNames.getInstance(ULocale.ENGLISH, DisplayContext.LENGTH_SHORT)
                .regionDisplayName(region);
        return name.replace(" & ", " and ");
    }

    /** Calls back with region code and name; a region may have several names. */
    static void regions(String language, BiConsumer<String, String> sink) {
        ULocale locale = new ULocale(language);
        LocaleDisplayNames full = LocaleDisplayNames.getInstance(locale, DisplayContext.NO_SUBSTITUTE);
        LocaleDisplayNames brief =
                LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT, DisplayContext.NO_SUBSTITUTE);
        List<String> codes = new ArrayList<>(List.of(ULocale.getISOCountries()));
        codes.addAll(List.of("XK", "EU", "UN"));
        codes.addAll(CONTINENTS);
        for (String code : codes) {
            if (!NO_PLACE.contains(code)) {
                accept(code, full.regionDisplayName(code), sink);
                accept(code, brief.regionDisplayName(code), sink);
            }
        }
    }

    /** Calls back with the city's English name and its name in the language. */
    static void cities(String language, BiConsumer<String, String> sink) {
        TimeZoneNames names = TimeZoneNames.getInstance(new ULocale(language));
        ENGLISH_CITIES.forEach((zone, english) -> accept(english, names.getExemplarLocationName(zone), sink));
    }

    private static void accept(String key, @Nullable String name, BiConsumer<String, String> sink) {
        // "Congo - Kinshasa", "Myanmar (Burma)" and "Knox, Indiana" are labels, not what a text says.
        if (name != null && name.indexOf('(') < 0 && !name.contains(" - ") && name.indexOf(',') < 0) {
            sink.accept(key, name);
            if (name.contains(" & ")) {
                sink.accept(key, name.replace(" & ", " and "));
            }
        }
    }

    private static Map<String, String> englishCities() {
        TimeZoneNames names = TimeZoneNames.getInstance(ULocale.ENGLISH);
        Map<String, String> cities = new HashMap<>();
        for (String zone : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String name = names.getExemplarLocationName(zone);
            if (name != null && !zone.startsWith("Antarctica/") && name.indexOf(',') < 0) {
                cities.put(zone, name);
            }
        }
        return Map.copyOf(cities);
    }
}
