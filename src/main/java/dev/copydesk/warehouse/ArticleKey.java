package dev.copydesk.warehouse;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph;
import dev.copydesk.document.PayloadDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** What an article is known by, and what tells its revisions apart. */
final class ArticleKey {

    private ArticleKey() {}

    /** The canonical URL, or a digest of normalised title and text for an article without one. */
    static String of(Article article) {
        String url = article.url();
        if (url != null) {
            return url;
        }
        MessageDigest digest = PayloadDigest.sha256();
        String title = article.title();
        update(digest, title == null ? "" : normalised(title));
        for (Paragraph paragraph : article.paragraphs()) {
            update(digest, normalised(paragraph.text()));
        }
        return "digest:" + HexFormat.of().formatHex(digest.digest());
    }

    /** Digest of all that makes a revision: title, authors, dateline, publication date, paragraphs with their kind. */
    static String contentDigest(Article article) {
        MessageDigest digest = PayloadDigest.sha256();
        update(digest, String.valueOf(article.title()));
        article.authors().forEach(author -> update(digest, author));
        update(digest, String.valueOf(article.dateline()));
        update(digest, String.valueOf(article.published()));
        for (Paragraph paragraph : article.paragraphs()) {
            update(digest, paragraph.kind().name());
            update(digest, paragraph.text());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Every field ends with a byte that no UTF-8 text has, so that no two sequences of fields are the same bytes. */
    private static void update(MessageDigest digest, String field) {
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xFF);
    }
}
