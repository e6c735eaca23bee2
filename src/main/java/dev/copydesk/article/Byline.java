package dev.copydesk.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the names of people out of a byline such as {@code By Jane Doe and John Roe, Staff Writers}. Job titles,
 * degrees, agencies, dates, addresses and handles are left out. Reads at most the first few hundred characters.
 */
public final class Byline {

    private static final int LONGEST = 400;
    private static final int MOST_NAMES = 20;

    private static final Pattern NOISE =
            Pattern.compile("\\([^()]{0,80}\\)|\\[[^\\[\\]]{0,80}\\]|https?://\\S+|www\\.\\S+|\\S{0,64}@\\S+");
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^\\s*(?:(?:(?:(?:written|posted|reported|reporting|story|words|text|review|reviewed|analysis|opinion"
                    + "|published|created|submitted|article|interview|photos?|edited)\\s+)?by(?:\\s+line)?"
                    + "|author|authors|autor(?:es|in|en)?|auteur|autore|text|foto|von|vom|par|por|di|da|door|av|af|de|van"
                    + "|geschrieben von|ein (?:beitrag|kommentar|gastbeitrag) von|przez|yazan|автор|авторы|текст"
                    + "|بقلم|كتب|كتبت|إعداد|作者|記者|记者|文|글)(?:\\s*[:：/|]\\s*|\\s+))");
    private static final Pattern LATER_BY = Pattern.compile("(?i)(?:^|[\\s,|•·–—-])by:?\\s+(?=\\p{Lu})");
    private static final Pattern SEGMENT = Pattern.compile("[|•·\\n;,،、/&]|\\s[–—-]\\s|\\s-{2,}\\s");
    private static final Set<String> JOINING =
            Set.of("and", "und", "et", "och", "og", "en", "ja", "ve", "oraz", "dan", "with", "mit", "avec", "con");
    private static final Set<String> SHORT_JOINING = Set.of("y", "e", "i", "и", "та", "و", "és", "a");

    private Byline() {}

    /** The names in the order given; empty when the text names nobody. */
    public static List<String> names(String text) {
        String line = text.length() > LONGEST ? text.substring(0, cut(text)) : text;
        line = NOISE.matcher(line).replaceAll(" , ").strip();
        var later = LATER_BY.matcher(line);
        if (later.find()) {
            line = line.substring(later.end());
        }
        boolean labelled = true;
        for (int i = 0; i < 2 && labelled; i++) {
            var label = LABEL.matcher(line);
            labelled = label.find();
            line = labelled ? line.substring(label.end()) : line;
        }
        List<String> names = new ArrayList<>();
        for (String segment : SEGMENT.split(line, MOST_NAMES * 3)) {
            for (String part : parts(segment.strip())) {
                String name = PersonName.of(part);
                if (name != null && names.size() < MOST_NAMES && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Whether a word of a text belongs to job titles, desks and agencies, as in {@code Sports Desk}. */
    public static boolean namesADesk(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s-]+", -1)).anyMatch(PersonName::isTitleWord);
    }

    private static List<String> parts(String segment) {
        String[] words = segment.split("\\s+", -1);
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int inPart = 0;
        for (int i = 0; i < words.length; i++) {
            boolean joins = JOINING.contains(words[i].toLowerCase(Locale.ROOT))
                    || (SHORT_JOINING.contains(words[i]) && inPart >= 2 && words.length - i > 2);
            if (joins) {
                parts.add(part.toString());
                part.setLength(0);
                inPart = 0;
            } else {
                part.append(inPart == 0 ? "" : " ").append(words[i]);
                inPart++;
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Where a word ends near the greatest length, so that no name is cut in two. */
    private static int cut(String text) {
        int space = text.lastIndexOf(' ', LONGEST);
        return space > LONGEST / 2 ? space : LONGEST;
    }
}
