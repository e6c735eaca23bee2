package dev.copydesk.article.dump;

import dev.copydesk.article.Article;
import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.dump.BodyFinder.Stretch;
import dev.copydesk.article.dump.TitleFinder.Title;
import dev.copydesk.document.RawDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an article out of a text dump of a page. Rules look at the shape of lines, at their place and repetition, and at
 * the standing phrases of pages; none knows a site. Time is linear in the length of the text.
 */
public final class DumpArticleExtractor implements ArticleExtractor {

    @Override
    public Extraction extract(RawDocument document) {
        DumpPage page = DumpPage.of(document.text());
        BodyFinder finder = new BodyFinder(page);
        Stretch heaviest = finder.heaviest();
        String siteName = new SiteName(page, heaviest, document.url()).find();
        Title title = TitleFinder.find(page, heaviest, siteName, document.url());
        Stretch below = title != null && title.certain() ? finder.below(title.line()) : null;
        Stretch stretch = below == null ? heaviest : below;
        int headline = title == null ? -1 : title.line();
        int from = headline >= 0 && headline <= stretch.from() ? headline + 1 : stretch.from();
        SiteName site = new SiteName(page, stretch, document.url());
        ArticleHead head = ArticleHead.of(page, site, from, stretch.to());
        List<Paragraph> paragraphs = new ArrayList<>();
        head.captions().forEach(text -> paragraphs.add(new Paragraph(Paragraph.Kind.CAPTION, text)));
        int captions = paragraphs.size();
        int textFrom = Math.max(from, stretch.from());
        paragraphs.addAll(BodyLines.of(page, textFrom, stretch.to(), head, title));
        if (paragraphs.size() == captions) {
            return new Extraction.Rejected(
                    "NO_ARTICLE_TEXT",
                    "none of the dump's " + page.lines().size() + " lines reads like the text of an article");
        }
        BylineLines bylines = BylineLines.of(page, headline, head.textFrom(), stretch.to());
        String agency = head.dateline() == null ? null : head.dateline().agency();
        return new Extraction.Extracted(new Article(
                CanonicalUrl.of(document.url()),
                agency != null && site.known(agency) ? agency : siteName,
                title == null ? null : title.text(),
                null,
                bylines.authors(),
                null,
                page.language(),
                head.dateline(),
                bylines.published(),
                bylines.modified(),
                null,
                paragraphs,
                RelatedFinder.find(page, stretch, title == null ? null : title.text())));
    }
}
