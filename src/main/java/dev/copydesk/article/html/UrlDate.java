package dev.copydesk.article.html;

import dev.copydesk.article.PublicationDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day in an address such as {@code /2019/08/03/}: what many publishers put into the path is the day of publication. */
final class UrlDate {

    private static final int EARLIEST_YEAR = 1990;
    private static final Pattern DAY = Pattern.compile(
            "/(\\d{4})([/-])(\\d{1,2}|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*|sep[a-z]*|oct[a-z]*"
                    + "|nov[a-z]*|dec[a-z]*)\\2(\\d{1,2})(?![0-9])");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int MAX_LENGTH = 1_000;

    private UrlDate() {}

    /** @param latestYear later dates are mistakes */
    static Optional<PublicationDate> of(@Nullable String url, int latestYear) {
        if (url == null || url.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = DAY.matcher(url.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group(1));
            Optional<PublicationDate> day = year >= EARLIEST_YEAR && year <= latestYear
                    ? day(year, month(matcher.group(3)), Integer.parseInt(matcher.group(4)))
                    : Optional.empty();
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** Empty for digits that are no date, such as an article's number. */
    private static Optional<PublicationDate> day(int year, int month, int day) {
        return month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(PublicationDate.ofDay(LocalDate.of(year, month, day)))
                : Optional.empty();
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MONTHS.indexOf(text.substring(0, 3)) + 1;
    }
}
