package dev.copydesk.article.dump;

import java.util.regex.Pattern;

/** Tells the captions of pictures and their credits from text. */
final class Credits {

    private static final Pattern CREDIT = Pattern.compile(
            "(?i)(?:^|[\\s(/|])(?:photo(?:graph)?(?: (?:by|credit|courtesy))?|image(?: credit| source)?|picture|credit|foto|bild|fotos|quelle|crédit(?: photo)?"
                    + "|imagen|fotografía|illustration|screenshot|file photo|courtesy(?: of)?|via) ?[:/©]|getty images|/ ?(?:afp|ap|reuters|dpa|epa|efe|shutterstock|istock)\\b"
                    + "|(?:ap|afp|reuters|dpa|epa) photo|photograph(?:ed)? by|photo by|\\((?:reuters|ap|afp|dpa|epa|getty)[^)]{0,40}\\)$");
    private static final int LONGEST = 400;

    private Credits() {}

    static boolean caption(TextLine line) {
        return line.credited()
                || (line.text().length() <= LONGEST
                        && (line.line().pictureBefore() && !line.ended() && line.words() <= 25));
    }

    /** Whether a line names who took or owns a picture. */
    static boolean credited(TextLine line) {
        return line.text().length() <= LONGEST
                && (marked(line.text())
                        || line.plain().contains("photo")
                        || line.plain().contains("getty"))
                && CREDIT.matcher(line.text()).find();
    }

    /** Most lines have none of the marks that a credit has, and need not be searched for one. */
    private static boolean marked(String text) {
        return text.indexOf(':') >= 0 || text.indexOf('/') >= 0 || text.indexOf('(') >= 0 || text.indexOf('©') >= 0;
    }
}
