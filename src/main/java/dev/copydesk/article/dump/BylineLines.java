package dev.copydesk.article.dump;

import dev.copydesk.article.Byline;
import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads authors and dates from the short lines around the headline and after the text. */
final class BylineLines {

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:written |posted |reported |reporting |story |words |published |created |article )?by[: ].{3,}|(?:author|autor|autorin|auteur|autore|автор)s?: .{3,}"
                    + "|(?:von|par|por|door|av|przez|text) \\p{Lu}.{3,}|بقلم[: ].{3,}");
    /** The words that {@link #LABEL} can start with, to spare most lines the pattern. */
    private static final Phrases STARTS = Phrases.of(
            "by|written|posted|reported|reporting|story|words|published|created|article|author|authors|autor|autorin|autors"
                    + "|auteur|auteurs|autore|автор|von|par|por|door|av|przez|text|بقلم");

    private static final Pattern LABEL_ALONE =
            Pattern.compile("(?i)(?:written |posted |published )?by:?|authors?:?|von:?|par:?|por:?|autor:?|door:?");
    private static final Pattern MODIFIED = Pattern.compile(
            "(?i)updated|modified|aktualisiert|stand:|mis à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt|uppdaterad|oppdatert|opdateret"
                    + "|päivitetty|güncelle|aktualizacja|обновлено|оновлено|diperbarui|تحديث|更新|수정");
    private static final Pattern FIRST_PUBLISHED = Pattern.compile(
            "(?i)published|posted|original|created|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|opublikowano|опубликовано|نشر|公開|公開日|입력|등록");
    private static final Pattern PARTS =
            Pattern.compile(" / | \\| | • | · |; (?=\\p{Lu})| (?=(?i:last )?(?i:updated|modified)\\b)");
    private static final int MOST_WORDS = 28;
    private static final int LONGEST = 220;
    private static final int AROUND_TITLE = 3;
    private static final int BELOW_TITLE = 14;
    private static final int AFTER_TEXT = 4;

    private final List<TextLine> lines;
    private final @Nullable String language;
    private final List<String> authors = new ArrayList<>();
    private @Nullable PublicationDate published;
    private @Nullable PublicationDate modified;

    private BylineLines(DumpPage page) {
        this.lines = page.lines();
        this.language = page.language();
    }

    /** Reads the lines around a headline at a line, or around the text's start when that is -1. */
    static BylineLines of(DumpPage page, int title, int from, int to) {
        BylineLines read = new BylineLines(page);
        int anchor = title >= 0 ? title : from;
        int below = Math.min(Math.max(from + 3, anchor + 2), anchor + BELOW_TITLE);
        read.read(anchor + 1, Math.min(below, to));
        if (read.authors.isEmpty() || read.published == null) {
            read.read(Math.max(0, anchor - AROUND_TITLE), anchor);
        }
        read.read(Math.max(to - 1, below), to + AFTER_TEXT);
        return read;
    }

    List<String> authors() {
        return authors;
    }

    @Nullable
    PublicationDate published() {
        return published;
    }

    @Nullable
    PublicationDate modified() {
        return modified;
    }

    static boolean byline(TextLine line) {
        return line.words() <= MOST_WORDS
                && line.text().length() <= LONGEST
                && !line.paragraph()
                && STARTS.is(line.plain().substring(0, Math.max(0, line.plain().indexOf(' '))))
                && LABEL.matcher(line.text()).lookingAt()
                && !Byline.names(line.text()).isEmpty();
    }

    /** Whether a line is nothing but byline or date. */
    static boolean only(TextLine line) {
        return line.byline()
                || (line.words() <= 14 && !line.ended() && line.dated())
                || LABEL_ALONE.matcher(line.text()).matches();
    }

    private void read(int from, int to) {
        boolean labelled = false;
        for (int i = from; i < Math.min(to, lines.size()); i++) {
            TextLine line = lines.get(i);
            if (line.words() > MOST_WORDS || line.text().length() > LONGEST || line.paragraph()) {
                labelled = false;
                continue;
            }
            boolean beside = nearDate(i);
            if (authors.isEmpty() && (labelled || line.byline() || beside)) {
                authors.addAll(Byline.names(line.text()));
            }
            dates(line);
            labelled = LABEL_ALONE.matcher(line.text()).matches();
        }
    }

    /** A line that is a name and has a date in it or right below it. */
    private boolean nearDate(int at) {
        TextLine line = lines.get(at);
        boolean name = line.words() <= 12 && Byline.names(line.text()).size() == 1 && nameLeads(line.text());
        return name
                && (line.dated()
                        || (line.words() <= 4
                                && at + 1 < lines.size()
                                && lines.get(at + 1).dated()));
    }

    private static boolean nameLeads(String text) {
        return text.startsWith(Byline.names(text).get(0));
    }

    private void dates(TextLine line) {
        if (!line.dated() && !PARTS.matcher(line.text()).find()) {
            return;
        }
        boolean updating = false;
        for (String part : PARTS.split(line.text(), 8)) {
            PublicationDate date = DateParser.parse(part, language).orElse(null);
            if (date == null) {
                updating = MODIFIED.matcher(part).find();
                continue;
            }
            boolean update = (updating || MODIFIED.matcher(part).find())
                    && !FIRST_PUBLISHED.matcher(part).find();
            updating = false;
            if (update && modified == null) {
                modified = date;
            } else if (!update && published == null) {
                published = date;
            }
        }
    }
}
