package dev.copydesk.article.dump;

import dev.copydesk.article.Article;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.dump.BodyFinder.Stretch;
import dev.copydesk.article.dump.TitleFinder.Title;
import dev.copydesk.article.learning.TwoPassClassifier;
import dev.copydesk.document.RawDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dump on its way to an article. */
final class DumpReading {

    private final @Nullable String url;
    private final DumpPage page;
    private final @Nullable String siteName;
    private final @Nullable Title title;
    private final Stretch stretch;
    private final SiteName site;

    DumpReading(RawDocument document) {
        this.url = document.url();
        this.page = DumpPage.of(document.text());
        BodyFinder finder = new BodyFinder(page);
        Stretch heaviest = finder.heaviest();
        this.siteName = new SiteName(page, heaviest, url).find();
        this.title = TitleFinder.find(page, heaviest, siteName, url);
        Stretch below = title != null && title.certain() ? finder.below(title.line()) : null;
        this.stretch = below == null ? heaviest : below;
        this.site = new SiteName(page, stretch, url);
    }

    DumpPage page() {
        return page;
    }

    private int headline() {
        return title == null ? -1 : title.line();
    }

    /** The dump up to the question which of its lines are the article's. */
    LineFeatures features() {
        return new LineFeatures(page, stretch, headline());
    }

    Extraction extraction(TwoPassClassifier classifier) {
        float[] scores = classifier.scores(features());
        int headline = headline();
        int from = headline >= 0 && headline <= stretch.from() ? headline + 1 : stretch.from();
        ArticleHead head = ArticleHead.of(page, site, from, stretch.to());
        List<Paragraph> paragraphs = new ArrayList<>();
        head.captions().forEach(text -> paragraphs.add(new Paragraph(Paragraph.Kind.CAPTION, text)));
        int captions = paragraphs.size();
        paragraphs.addAll(BodyLines.of(page, scores, head, title));
        if (paragraphs.size() == captions) {
            return new Extraction.Rejected(
                    "NO_ARTICLE_TEXT",
                    "none of the dump's " + page.lines().size() + " lines reads like the text of an article");
        }
        BylineLines bylines = BylineLines.of(page, headline, head.textFrom(), stretch.to());
        String agency = head.dateline() == null ? null : head.dateline().agency();
        return new Extraction.Extracted(new Article(
                CanonicalUrl.of(url),
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
