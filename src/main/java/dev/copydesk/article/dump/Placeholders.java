package dev.copydesk.article.dump;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What text browsers print for pictures, form fields, frames and rules. */
final class Placeholders {

    private static final Pattern PICTURE = Pattern.compile(
            "\\[[^\\[\\]\\s]{1,80}(?:\\.(?i:jpe?g|png|gif|webp|svg|aspx?|php))?(?:\\?[^\\[\\]]{0,80})?\\]");
    private static final Pattern FIELD =
            Pattern.compile("\\^\\[\\d{1,4}\\]|\\[[ _X*]{1,80}\\]|\\([ _*]\\)|_{4,80}|\\(BUTTON\\)|\\[INS: ?:INS\\]"
                    + "|\\[(?:INS|DEL|S):|:(?:INS|DEL|S)\\]");
    private static final Pattern RULE = Pattern.compile("[━─—_=*\\-–#~•\\s]{3,}");
    private static final Set<String> NAMES =
            Set.of("svg", "img", "image", "logo", "png", "jpg", "gif", "photo", "banner", "icon", "avatar");
    private static final int LONGEST_SEARCHED = 2000;

    private Placeholders() {}

    /** The text without placeholders; empty when it is nothing else. */
    static String without(String text) {
        if (RULE.matcher(text).matches()) {
            return "";
        }
        if (text.length() > LONGEST_SEARCHED
                || (text.indexOf('[') < 0 && text.indexOf('_') < 0 && text.indexOf('(') < 0)) {
            return text;
        }
        String without = FIELD.matcher(text).replaceAll(" ");
        Matcher picture = PICTURE.matcher(without);
        if (picture.find()
                && (picture.start() == 0 || picture.end() == without.length())
                && looksLikeFile(picture.group())) {
            without = picture.replaceAll(
                    found -> looksLikeFile(found.group()) ? " " : Matcher.quoteReplacement(found.group()));
        }
        return without.equals(text) ? text : DumpLines.fold(without);
    }

    static boolean picture(String text) {
        Matcher picture = PICTURE.matcher(text.strip());
        return picture.lookingAt() && looksLikeFile(picture.group());
    }

    /** Notes such as {@code [1]} or {@code [sic]} stay; file names have a point, hyphen, digit or underscore. */
    private static boolean looksLikeFile(String bracketed) {
        boolean letter = false;
        boolean mark =
                NAMES.contains(bracketed.substring(1, bracketed.length() - 1).toLowerCase(Locale.ROOT));
        for (int i = 1; i < bracketed.length() - 1; i++) {
            char c = bracketed.charAt(i);
            letter |= Character.isLetter(c);
            mark |= c == '.' || c == '-' || c == '_' || c == '=' || Character.isDigit(c);
        }
        return letter && mark;
    }
}
