package dev.copydesk.article.html;

import java.util.Locale;

/** What an element's name, class and id say it is for. A hint, not the truth: {@link Layout} weighs it. */
enum Role {
    NAVIGATION,
    FOOTER,
    ASIDE,
    SHARE,
    NEWSLETTER,
    COMMENTS,
    CONSENT,
    AUTHOR_BOX,
    PAYWALL,
    TAGS,
    ADVERT,
    RELATED,
    FORM,
    HIDDEN,
    MEDIA,
    CAPTION,
    BYLINE,
    DATE,
    STANDFIRST,
    BODY,
    TITLE,
    META;

    /** Parts of a page that belong to no article. */
    static final int BOILERPLATE = NAVIGATION.bit()
            | FOOTER.bit()
            | ASIDE.bit()
            | SHARE.bit()
            | NEWSLETTER.bit()
            | COMMENTS.bit()
            | CONSENT.bit()
            | AUTHOR_BOX.bit()
            | PAYWALL.bit()
            | TAGS.bit()
            | ADVERT.bit()
            | RELATED.bit()
            | FORM.bit()
            | HIDDEN.bit();

    @SuppressWarnings("EnumOrdinal") // masks live no longer than the reading of a page
    int bit() {
        return 1 << ordinal();
    }

    boolean in(int mask) {
        return (mask & bit()) != 0;
    }

    /** The names of the roles in a mask, for people. */
    static String names(int mask) {
        StringBuilder names = new StringBuilder();
        for (Role role : values()) {
            if (role.in(mask)) {
                names.append(names.isEmpty() ? "" : ", ").append(role.name().toLowerCase(Locale.ROOT));
            }
        }
        return names.toString();
    }
}
