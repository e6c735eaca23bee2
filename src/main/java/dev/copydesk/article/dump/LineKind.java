package dev.copydesk.article.dump;

/** What the standing phrases of pages and the shape of a line by itself tell of it. */
enum LineKind {
    PLAIN(0),
    BYLINE(1),
    CREDIT(2),
    DATE(3),
    JUNK(4),
    RELATED_HEADING(5),
    END(6),
    COMMENTS_HEADING(7),
    NOTICE(8);

    private static final int LONGEST_DATE_WORDS = 6;

    private final int rank;

    LineKind(int rank) {
        this.rank = rank;
    }

    /** The kind that tells most against a line being text. */
    static LineKind of(TextLine line) {
        if (line.notice()) {
            return NOTICE;
        }
        if (line.headsComments()) {
            return COMMENTS_HEADING;
        }
        if (line.endsArticle()) {
            return END;
        }
        if (line.headsRelated()) {
            return RELATED_HEADING;
        }
        if (line.junk()) {
            return JUNK;
        }
        if (line.credited()) {
            return CREDIT;
        }
        if (line.byline()) {
            return BYLINE;
        }
        return line.words() <= LONGEST_DATE_WORDS && !line.ended() && line.dated() ? DATE : PLAIN;
    }

    /** How much it tells against being text: 0 for nothing. */
    int rank() {
        return rank;
    }
}
