package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.TextProfile;

/** What a block's text looks like, whatever its words. */
final class TextFeatures {

    private static final int MAX_LINE = 300;

    private TextFeatures() {}

    static void addTo(FeatureRow row, Block block) {
        TextProfile text = block.profile;
        double length = text.length();
        double letters = Math.max(1, text.letters());
        double words = Math.max(1, text.words());
        row.add("weight", text.weight());
        row.add("words", text.words());
        row.add("linkDensity", block.linkDensity());
        row.add("links", block.links.size());
        row.add("wordLength", text.letters() / words);
        row.add("shortWords", text.shortWords() / words);
        row.add("capitalised", text.capitalised() / words);
        row.add("capitals", text.capitals() / letters);
        row.add("digits", text.digits() / length);
        row.add("ends", text.ends() / words);
        row.add("commas", text.commas() / words);
        row.add("marks", text.marks() / words);
        row.add("wide", text.wide() * 2 > text.letters());
        row.add("bold", block.boldLength / length);
        row.add("italic", block.italicLength / length);
        edges(row, block.text);
        signs(row, block.text);
    }

    private static void edges(FeatureRow row, String text) {
        char first = text.charAt(0);
        char end = text.charAt(text.length() - 1);
        row.add("endsSentence", TextShape.endsSentence(text));
        row.add("endsColon", end == ':' || end == '：');
        row.add("endsQuestion", end == '?' || end == '？');
        row.add("endsDots", end == '…' || text.endsWith("..."));
        row.add("startsLower", Character.isLowerCase(first));
        row.add("startsDigit", Character.isDigit(first));
        row.add("startsMark", !Character.isLetterOrDigit(first));
        row.add("startsBracket", first == '(' || first == '[' || first == '（');
        row.add("bracketed", (first == '(' && end == ')') || (first == '[' && end == ']'));
        row.add("startsDash", first == '–' || first == '—' || first == '-');
        row.add("startsQuote", first == '"' || first == '“' || first == '„' || first == '«' || first == '‘');
    }

    private static void signs(FeatureRow row, String text) {
        boolean line = text.length() < MAX_LINE;
        row.add("copyright", line && (text.indexOf('©') >= 0 || Phrases.isCopyright(text)));
        row.add("mail", line && text.indexOf('@') >= 0);
        row.add("bar", line && text.indexOf('|') >= 0);
        row.add("colon", line && text.indexOf(':') >= 0);
        row.add("slash", line && text.indexOf('/') >= 0);
    }
}
