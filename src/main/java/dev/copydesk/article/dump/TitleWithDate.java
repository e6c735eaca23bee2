package dev.copydesk.article.dump;

import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link's title with the date that stood in the same line, {@code Title (8 November 2017)} or {@code 8.11.2017 – Title}.
 *
 * @param date or null
 */
record TitleWithDate(String title, @Nullable PublicationDate date) {

    private static final String[] SEPARATORS = {" - ", " – ", " — ", " | ", " · ", ": "};
    private static final int LONGEST_DATE = 45;

    static TitleWithDate of(String text, @Nullable String language) {
        if (text.endsWith(")")) {
            int open = text.lastIndexOf('(');
            Optional<PublicationDate> date = open > 0 ? date(text.substring(open + 1), language) : Optional.empty();
            if (date.isPresent()) {
                return new TitleWithDate(text.substring(0, open).strip(), date.get());
            }
        }
        for (String separator : SEPARATORS) {
            int first = text.indexOf(separator);
            int last = text.lastIndexOf(separator);
            Optional<PublicationDate> leading = first > 0 ? date(text.substring(0, first), language) : Optional.empty();
            if (leading.isPresent()) {
                return new TitleWithDate(
                        text.substring(first + separator.length()).strip(), leading.get());
            }
            Optional<PublicationDate> trailing =
                    last > 0 ? date(text.substring(last + separator.length()), language) : Optional.empty();
            if (trailing.isPresent()) {
                return new TitleWithDate(text.substring(0, last).strip(), trailing.get());
            }
        }
        return new TitleWithDate(text, null);
    }

    private static Optional<PublicationDate> date(String text, @Nullable String language) {
        return text.length() > LONGEST_DATE ? Optional.empty() : DateParser.parse(text, language);
    }
}
