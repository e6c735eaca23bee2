package dev.copydesk.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the name of a person from job titles, agencies and other text of a byline. */
final class PersonName {

    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;

    private static final Set<String> PARTICLES =
            WordSet.of("de del della di da dos das do du des la le van von vom zu zur der den ten"
                    + " ter te het af av bin ibn bint al el ben abu st y e i mc mac o 't ’t dal dei"
                    + " degli ul uz ur lo in 's ’s");

    /** Words that begin or make up a job title, a department or an organisation. */
    private static final Set<String> NOT_A_NAME = WordSet.of(
            "staff writer writers reporter reporters correspondent correspondents editor editors contributor contributors"
                    + " columnist senior chief deputy associate assistant managing executive freelance special political"
                    + " sports business science health technology tech news team desk press agency agencies bureau"
                    + " newsroom editorial board reuters afp ap dpa bloomberg upi ansa efe tass xinhua anadolu getty"
                    + " images photo photos photographer photography video producer director professor phd md mba founder"
                    + " president author authors guest blog blogger blogs newsletter magazine media network online web"
                    + " com www published updated posted last modified created on monday tuesday wednesday thursday"
                    + " friday saturday sunday january february march june july august september october november"
                    + " december share shares comments comment min minutes read views ago follow email print save copy"
                    + " the and for from of at redaktion redakteur redakteurin redakcja korrespondent korrespondentin"
                    + " autor autorin volontär chefredakteur agentur nachrichten zeitung journaliste rédaction rédacteur"
                    + " rédactrice correspondant envoyé agence redacción redactor redactora corresponsal periodista"
                    + " agencia agencias redazione giornalista inviato corrispondente redação repórter jornalista redactie"
                    + " verslaggever redacteur redaktionen reporterin journalist muhabir haber muhabiri ajans редакция"
                    + " корреспондент журналист редактор агентство specialist analyst expert intern trainee admin"
                    + " administrator user anonymous company inc ltd llc university institute journal times daily weekly"
                    + " herald tribune uhr stand leiter leiterin ressortleiter ressortleiterin manager consultant coordinator"
                    + " strategist engineer developer designer lead head owner cofounder co-founder ceo cto cfo coo cmo"
                    + " officer advisor adviser coach trainer educator gardener nutritionist dietitian therapist physician"
                    + " attorney lawyer librarian researcher scientist lecturer marketer copywriter freelancer former"
                    + " certified learn geschäftsführer geschäftsführerin pressesprecher"
                    + " pressesprecherin projektleiter projektleiterin geschäftsführung");

    /** Degrees and licences, which follow a name. */
    private static final Set<String> DEGREES =
            WordSet.of("md dvm rn rd cpa cfa cfp esq dds do np ldn lcsw lmft msc bsc ma ba jd llm faclm dpt cscs rdn");

    private static final Set<String> HONORIFICS =
            WordSet.of("dr prof mr mrs ms miss sir dame rev hon herr frau dipl ing mme mlle sr sra dott ssa");
    private static final Set<String> PLACE_WORDS = WordSet.of("in for of at from aus für à pour en para per bei to is");

    private PersonName() {}

    /** The name without honorific, title and place, or null when this is no name. */
    static @Nullable String of(String part) {
        if (part.length() > LONGEST * 2) {
            return null;
        }
        List<String> kept = new ArrayList<>();
        for (String word : part.strip().split("\\s+", -1)) {
            String bare = bare(word);
            String lower = bare.toLowerCase(Locale.ROOT);
            if (kept.isEmpty() && (bare.isEmpty() || HONORIFICS.contains(lower.replace(".", "")))) {
                continue;
            }
            boolean placeFollows = kept.size() >= 2 && PLACE_WORDS.contains(word);
            boolean degreeFollows = kept.size() >= 2 && DEGREES.contains(lower.replace(".", ""));
            if (placeFollows || degreeFollows || isTitleWord(lower)) {
                break;
            }
            if (!wordOfName(bare)) {
                return null;
            }
            kept.add(bare);
        }
        return checked(kept);
    }

    /** Whether a word in lower case belongs to job titles, desks and agencies rather than to names. */
    static boolean isTitleWord(String lower) {
        return NOT_A_NAME.contains(lower.replace(".", ""));
    }

    private static @Nullable String checked(List<String> words) {
        String name = String.join(" ", words);
        boolean ideographs = words.size() == 1 && name.length() <= 5 && caselessScript(name) && name.length() >= 2;
        boolean enough = ideographs || (words.size() >= 2 && words.size() <= MOST_WORDS);
        if (!enough || name.length() > LONGEST || PARTICLES.contains(words.get(words.size() - 1))) {
            return null;
        }
        long letters = name.codePoints().filter(Character::isLetter).count();
        return letters < words.size() + 1 ? null : calm(name);
    }

    private static boolean wordOfName(String word) {
        if (word.isEmpty()) {
            return false;
        }
        int first = word.codePointAt(0);
        boolean starts = Character.isUpperCase(first)
                || (Character.isLetter(first) && !Character.isLowerCase(first))
                || PARTICLES.contains(word)
                || (word.length() > 3 && Character.isUpperCase(word.charAt(2)) && "'’".indexOf(word.charAt(1)) >= 0);
        return starts
                && word.codePoints()
                        .allMatch(c -> Character.isLetter(c)
                                || Character.getType(c) == Character.NON_SPACING_MARK
                                || c == '.'
                                || c == '\''
                                || c == '’'
                                || c == '-'
                                || c == '‑'
                                || c == '‐');
    }

    /** A name set in capitals in ordinary case. */
    private static String calm(String name) {
        if (name.codePoints().anyMatch(Character::isLowerCase) || name.length() < 6) {
            return name;
        }
        StringBuilder calm = new StringBuilder(name.length());
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            calm.append(inWord ? Character.toLowerCase(c) : c);
            inWord = Character.isLetter(c);
        }
        return calm.toString();
    }

    private static boolean caselessScript(String name) {
        return name.codePoints().allMatch(c -> Character.isIdeographic(c) || (c >= 0xAC00 && c <= 0xD7A3));
    }

    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "\"“”‘*:_·".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "\"“”*:_·!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean initial = end - start <= 3 || word.substring(start, end).equalsIgnoreCase("jr.");
        if (end > start && word.charAt(end - 1) == '.' && !initial) {
            end--;
        }
        return word.substring(start, end);
    }
}
