package dev.copydesk.article;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of a dateline look like. */
final class DatelineWords {

    private static final int LONGEST_PLACE = 50;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_CAPITALS = 4;

    /** Words in capitals that open a paragraph and are no place. */
    private static final Set<String> LABELS =
            WordSet.of("WATCH VIDEO VIDEOS READ BREAKING UPDATE UPDATED UPDATES LIVE EXCLUSIVE"
                    + " OPINION ANALYSIS NOTE PHOTO PHOTOS MORE CORRECTION EDITORIAL RELATED REVIEW"
                    + " LISTEN ALSO SEE WARNING SPOILER ALERT NEW TODAY MONDAY TUESDAY WEDNESDAY"
                    + " THURSDAY FRIDAY SATURDAY SUNDAY QUESTION ANSWER INTERVIEW POLL QUIZ PODCAST"
                    + " GALLERY HOST GUEST CAPTION IMAGE CREDIT SOURCE TIP TIPS PROS CONS FAQ NEWS"
                    + " SPORT SPORTS BUSINESS POLITICS WORLD HEALTH MEHR LESEN EILMELDUNG KOMMENTAR"
                    + " MEINUNG PHOTOGRAPH IMPORTANT EXPLAINED EXPLAINER REVEALED UNDATED");

    private static final Set<String> PRESS_WORDS =
            WordSet.of("news voice times post press agency agencies herald tribune daily gazette"
                    + " observer guardian journal chronicle telegraph bulletin wire courier monitor"
                    + " reuters afp ap dpa upi ansa efe tass xinhua anadolu sana wam kuna petra mena"
                    + " spa bna ani pti ians bernama antara kyodo yonhap belga صوت وكالة وكالات"
                    + " أنباء رويترز صحيفة جريدة nachrichtenagentur zeitung presse agence agencia"
                    + " agenzia");

    private DatelineWords() {}

    /** Whether a text may be a place: a few words that all start with a capital, or are of a script without capitals. */
    static boolean place(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PLACE || text.indexOf(':') >= 0) {
            return false;
        }
        String[] words = text.split("[\\s/,]+", MOST_WORDS + 2);
        if (words.length > MOST_WORDS) {
            return false;
        }
        for (String word : words) {
            int first = word.isEmpty() ? ' ' : word.codePointAt(0);
            boolean joins = word.length() <= 3 && Character.isLowerCase(first);
            boolean opens =
                    Character.isUpperCase(first) || (Character.isLetter(first) && !Character.isLowerCase(first));
            if (!(opens || (joins && words.length > 1)) || word.codePoints().anyMatch(Character::isDigit)) {
                return false;
            }
        }
        return !Character.isLowerCase(text.codePointAt(0));
    }

    /** Whether a text is a place set in capitals. */
    static boolean capitals(String text) {
        int comma = text.indexOf(',');
        String town = comma > 0 ? text.substring(0, comma) : text; // BERGEN, Norway
        if (!place(text) || town.codePoints().anyMatch(Character::isLowerCase)) {
            return false;
        }
        for (String word : text.split("[^\\p{L}]+", -1)) {
            if (LABELS.contains(word)) {
                return false;
            }
        }
        return text.codePoints().filter(Character::isUpperCase).count() >= FEWEST_CAPITALS;
    }

    static boolean knownCity(String text) {
        return Cities.NAMES.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a text in brackets may be an agency. */
    static boolean agency(String text) {
        if (text.isEmpty() || text.length() > 40 || text.split("\\s+", -1).length > 5) {
            return false;
        }
        int first = text.codePointAt(0);
        boolean known = PRESS_WORDS.contains(text.split("[\\s/,-]+", 2)[0].toLowerCase(Locale.ROOT));
        boolean capital = Character.isUpperCase(first) || (Character.isLetter(first) && !Character.isLowerCase(first));
        return known || (capital && text.codePoints().noneMatch(Character::isDigit));
    }

    /** Whether a text names an agency or paper by its words, or is the site itself. */
    static boolean press(String text, @Nullable String site) {
        if (site != null && text.equalsIgnoreCase(site)) {
            return true;
        }
        if (!place(text)) {
            return false;
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s/,]+", -1)) {
            if (PRESS_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A place without the date that follows it: {@code WASHINGTON, Nov 8} is {@code WASHINGTON}. */
    static String withoutDate(String head) {
        String place = head.strip();
        for (int comma = place.lastIndexOf(','); comma >= 0; comma = place.lastIndexOf(',')) {
            String tail = place.substring(comma + 1).strip();
            if (!tail.isEmpty() && !dated(tail)) {
                break;
            }
            place = place.substring(0, comma).strip();
        }
        return place;
    }

    private static boolean dated(String text) {
        boolean found = false;
        for (String word : text.split("[\\s.]+", -1)) {
            String folded = DateTokens.fold(word);
            boolean number = !word.isEmpty() && word.codePoints().allMatch(Character::isDigit);
            boolean month = DateWords.month(folded) > 0 || DateWords.weekday(folded);
            if (!word.isEmpty() && !number && !month) {
                return false;
            }
            found |= number || month;
        }
        return found;
    }

    /** Loaded on first use only. */
    private static final class Cities {
        private static final Set<String> NAMES = new HashSet<>();

        static {
            for (String id : ZoneId.getAvailableZoneIds()) {
                int slash = id.lastIndexOf('/');
                if (slash > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
                    NAMES.add(id.substring(slash + 1).replace('_', ' ').toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
