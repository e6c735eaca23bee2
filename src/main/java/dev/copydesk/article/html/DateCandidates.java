package dev.copydesk.article.html;

import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.PublicationDate.Precision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates of one event, from the most trusted source to the least; a later one of the same day may add the time. */
final class DateCandidates {

    private static final int EARLIEST_YEAR = 1985;
    private static final int MAX_LENGTH = 300;

    private final int latestYear;
    private final @Nullable String language;
    private final List<PublicationDate> dates = new ArrayList<>();

    /**
     * @param language BCP 47 tag of the page, or null; tells how {@code 3/4/2017} is read
     * @param latestYear later dates are mistakes
     */
    DateCandidates(@Nullable String language, int latestYear) {
        this.language = language;
        this.latestYear = latestYear;
    }

    /** Adds the date in a text; null, long texts and those without a credible date are passed over. */
    void add(@Nullable String text) {
        PublicationDate date = read(text);
        if (date != null) {
            dates.add(date);
        }
    }

    void add(PublicationDate date) {
        dates.add(date);
    }

    /** Makes a date the most trusted one. */
    void prefer(PublicationDate date) {
        dates.add(0, date);
    }

    /** The credible date in a text, or null. */
    @Nullable
    PublicationDate read(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        return DateParser.parse(text, language).filter(this::isCredible).orElse(null);
    }

    private boolean isCredible(PublicationDate date) {
        int year = date.day().getYear();
        return year >= EARLIEST_YEAR && year <= latestYear;
    }

    boolean isEmpty() {
        return dates.isEmpty();
    }

    /** Whether nothing is known yet, or nothing but the day. */
    boolean lacksTime() {
        return dates.stream().allMatch(date -> date.precision() == Precision.DAY);
    }

    /** The first date, as exact as any source of the same day gives it; null when there is none. */
    @Nullable
    PublicationDate best() {
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
