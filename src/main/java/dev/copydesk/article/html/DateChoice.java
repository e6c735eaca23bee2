package dev.copydesk.article.html;

import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.PublicationDate.Precision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published and changed. Sources of falling trust; a later source of the same day may add the time
 * that an earlier one lacks.
 */
final class DateChoice {

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "published-date",
            "publication_date",
            "publicationdate",
            "article.published",
            "published_date",
            "originalpublicationdate",
            "article_date_original",
            "article:post_date",
            "bt:pubdate",
            "rnews:datepublished",
            "og:pubdate",
            "citation_publication_date",
            "citation_date",
            "displaydate",
            "content_create_date",
            "og:article:pubdate",
            "pub_date");
    /** Names that some sites use for the day of the last change or of the page's template. */
    private static final List<String> UNSURE = List.of(
            "dc.date",
            "dcterms.date",
            "date",
            "created",
            "datecreated",
            "creation_date",
            "doc_date",
            "dcterms.created",
            "dc.date.created",
            "last-published");

    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "article:modified",
            "datemodified",
            "dc.date.modified",
            "dcterms.modified",
            "last-modified",
            "lastmod",
            "article.updated",
            "modified",
            "revised",
            "cxenseparse:recs:modtime",
            "article:updated",
            "og:modified_time",
            "bt:moddate",
            "updated_time");

    private static final int BEFORE = 15;
    private static final int REACH = 25;
    private static final int MAX_WORDS = 14;
    private static final int ASIDE =
            Role.COMMENTS.bit() | Role.RELATED.bit() | Role.ASIDE.bit() | Role.NAVIGATION.bit() | Role.FOOTER.bit();
    private static final int BEHIND = 8;
    private static final int MAX_LINE = 120;
    private static final Pattern CHANGED = Pattern.compile(
            "(?iu)\\b(?:last updated|updated|last modified|modified|stand:|aktualisiert|geändert|zuletzt bearbeitet"
                    + "|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret"
                    + "|güncelleme|zaktualizowano|aktualizacja|обновлено|оновлено)|آخر تحديث|更新");

    private final List<PublicationDate> published = new ArrayList<>();
    private final List<PublicationDate> modified = new ArrayList<>();
    private final int latestYear;
    private final @Nullable String language;

    DateChoice(
            Page page, StructuredArticle structured, @Nullable String url, int latestYear, int bodyStart, int bodyEnd) {
        this.latestYear = latestYear;
        this.language = page.language().isEmpty() ? null : page.language();
        Declarations declared = page.declared();
        add(published, structured.published());
        for (String name : PUBLISHED) {
            add(published, declared.meta(name));
        }
        add(published, structured.created());
        fromUrl(url);
        items(published, declared.items("datepublished"));
        items(published, declared.items("datecreated"));
        times(page, bodyStart, bodyEnd);
        visible(page, bodyStart, bodyEnd);
        dated(page, bodyStart, bodyEnd);
        for (String name : UNSURE) {
            add(published, declared.meta(name));
        }
        add(modified, structured.modified());
        for (String name : MODIFIED) {
            add(modified, declared.meta(name));
        }
        items(modified, declared.items("datemodified"));
        modifiedTimes(declared, bodyStart, bodyEnd);
        changes(page, bodyStart);
    }

    private void add(List<PublicationDate> dates, @Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 300) {
            return;
        }
        Optional<PublicationDate> date = DateParser.parse(text, language);
        if (date.isPresent() && isCredible(date.get())) {
            dates.add(date.get());
        }
    }

    private boolean isCredible(PublicationDate date) {
        int year = date.day().getYear();
        return year >= 1985 && year <= latestYear;
    }

    private void items(List<PublicationDate> dates, List<Declarations.Declared> items) {
        for (Declarations.Declared item : items) {
            add(dates, item.value());
            if (!dates.isEmpty()) {
                return;
            }
        }
    }

    /** Whether a declared value stands in containers of certain roles, such as comments. */
    private static boolean isWithin(int roles, Page page, Declarations.Declared value) {
        if (value.block() >= page.blocks().size()) {
            return false;
        }
        return (page.blocks().get(value.block()).container.rolesAround & roles) != 0;
    }

    /** What a class calls a date: by the headline, the nearest ahead of the body first, then right behind the body. */
    private void dated(Page page, int bodyStart, int bodyEnd) {
        Declarations.Declared best = null;
        for (Declarations.Declared value : page.declared().dated()) {
            int block = value.block();
            boolean ahead = block >= bodyStart - REACH && block <= bodyStart + 3;
            boolean behind = best == null && block >= bodyEnd && block <= bodyEnd + BEHIND;
            if ((ahead || behind)
                    && !isWithin(ASIDE, page, value)
                    && !CHANGED.matcher(value.text()).find()
                    && DateParser.parse(value.text(), language)
                            .filter(this::isCredible)
                            .isPresent()) {
                best = value;
            }
        }
        if (best != null && lacksTime()) {
            add(published, best.text());
        }
    }

    private void times(Page page, int bodyStart, int bodyEnd) {
        Declarations.Declared best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Declarations.Declared time : page.declared().times()) {
            if (time.name().equals(Declarations.MODIFIED_TIME) || isWithin(Role.COMMENTS.bit(), page, time)) {
                continue;
            }
            int distance = time.name().equals("pubdate") ? -1 : Math.abs(time.block() - bodyStart);
            if (time.block() > bodyStart && time.block() <= bodyEnd) {
                distance += 1;
            } else if (time.block() > bodyEnd) {
                distance = time.block() - bodyEnd + 40;
            }
            if (distance < bestDistance
                    && (!time.value().isEmpty() || !time.text().isEmpty())) {
                best = time;
                bestDistance = distance;
            }
        }
        if (best != null) {
            int before = published.size();
            add(published, best.value());
            if (published.size() == before) {
                add(published, best.text());
            }
        }
    }

    private void modifiedTimes(Declarations declared, int bodyStart, int bodyEnd) {
        for (Declarations.Declared time : declared.times()) {
            boolean near = time.block() >= bodyStart - BEFORE && time.block() <= bodyEnd;
            if (near && modified.isEmpty() && time.name().equals(Declarations.MODIFIED_TIME)) {
                add(modified, time.value().isEmpty() ? time.text() : time.value());
            }
        }
    }

    /** {@code Stand: …}, {@code Updated …} on a short line by the headline. */
    private void changes(Page page, int bodyStart) {
        int end = Math.min(page.blocks().size(), bodyStart + 3);
        for (Block block : page.blocks().subList(Math.max(0, bodyStart - BEFORE), end)) {
            if (modified.isEmpty() && block.text.length() < MAX_LINE) {
                add(modified, changeDate(block.text));
            }
        }
    }

    /** What follows the word that tells of a change, or empty. */
    private static String changeDate(String line) {
        Matcher matcher = CHANGED.matcher(line);
        return matcher.find() ? line.substring(matcher.end()) : "";
    }

    /** {@code /2019/08/03/}: what many publishers put into the path is the day of publication. */
    private void fromUrl(@Nullable String url) {
        if (url == null) {
            return;
        }
        int length = url.length();
        for (int i = url.indexOf('/', 8); i >= 0 && i + 11 <= length; i = url.indexOf('/', i + 1)) {
            int year = number(url, i + 1, 4);
            if (year < 1990 || year > latestYear) {
                continue;
            }
            char gap = url.charAt(i + 5);
            int month = number(url, i + 6, 2);
            int day = gap == '/' || gap == '-' ? number(url, i + 9, 2) : -1;
            if (month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= 28 + 3
                    && url.charAt(i + 8) == gap
                    && (i + 11 == length || !Character.isDigit(url.charAt(i + 11)))
                    && day <= LocalDate.of(year, month, 1).lengthOfMonth()) {
                published.add(PublicationDate.ofDay(LocalDate.of(year, month, day)));
                return;
            }
        }
    }

    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** Short lines by the headline that hold a date, then such lines right behind the body; where they are needed. */
    private void visible(Page page, int bodyStart, int bodyEnd) {
        List<Block> blocks = page.blocks();
        for (int pass = 0; pass < 2 && lacksTime(); pass++) {
            for (int i = Math.min(bodyStart + 3, blocks.size() - 1); i >= Math.max(0, bodyStart - BEFORE); i--) {
                tryLine(blocks.get(i), pass == 0);
            }
            for (int i = bodyEnd; i < Math.min(blocks.size(), bodyEnd + 8); i++) {
                tryLine(blocks.get(i), pass == 0);
            }
        }
    }

    private void tryLine(Block block, boolean marked) {
        boolean isMarked = Role.DATE.in(block.inlineRoles | block.container.roles)
                || Role.META.in(block.container.roles)
                || Role.BYLINE.in(block.container.roles);
        boolean foreign = Role.COMMENTS.in(block.container.rolesAround);
        boolean prose = block.profile.words() > MAX_WORDS && !isMarked;
        if (lacksTime() && block.text.length() < MAX_LINE && (!marked || isMarked) && !foreign && !prose) {
            Matcher changed = CHANGED.matcher(block.text);
            add(published, changed.find() ? block.text.substring(0, changed.start()) : block.text);
        }
    }

    /** Whether nothing is known yet, or nothing but the day. */
    private boolean lacksTime() {
        return published.stream().allMatch(date -> date.precision() == Precision.DAY);
    }

    @Nullable
    PublicationDate published() {
        return best(published);
    }

    @Nullable
    PublicationDate modified() {
        PublicationDate date = best(modified);
        PublicationDate first = published();
        return date == null
                        || (first != null && date.value().isBefore(first.value()) && date.precision() != Precision.DAY)
                ? null
                : date;
    }

    private static @Nullable PublicationDate best(List<PublicationDate> dates) {
        if (dates.isEmpty()) {
            return null;
        }
        PublicationDate best = dates.get(0);
        for (PublicationDate date : dates) {
            if (date.precision().compareTo(best.precision()) > 0 && date.day().equals(best.day())) {
                best = date;
            }
        }
        return best;
    }
}
