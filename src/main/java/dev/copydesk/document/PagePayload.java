package dev.copydesk.document;

import java.util.function.Function;

/** Looks at the unpacked bytes of what should be a page, wherever they come from. */
final class PagePayload {

    private PagePayload() {}

    /**
     * The reading of these bytes: {@code EMPTY}, {@code NOT_TEXT}, or the document that is made of their format.
     *
     * @param named what their name or their content type says they are
     */
    static Reading reading(
            long offset, byte[] payload, DocumentFormat named, Function<DocumentFormat, RawDocument> document) {
        if (PayloadSniffer.isBlank(payload)) {
            return new Reading.Unreadable(
                    offset, "EMPTY", payload.length == 0 ? "is empty" : "holds nothing but blanks and NUL bytes");
        }
        String other = PayloadSniffer.notText(payload);
        return other != null
                ? new Reading.Unreadable(offset, "NOT_TEXT", "is " + other + ", not a page")
                : new Reading.Read(document.apply(PayloadSniffer.format(payload, named)));
    }

    static Reading.Unreadable tooLarge(long offset, int most, boolean unpacked) {
        return new Reading.Unreadable(
                offset, "TOO_LARGE", "has more than " + most + " bytes" + (unpacked ? " unpacked" : ""));
    }
}
