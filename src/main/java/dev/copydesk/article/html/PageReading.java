package dev.copydesk.article.html;

import dev.copydesk.article.Article;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.DatelineParser;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Language;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One page on its way to an article. */
final class PageReading {

    private static final int LATEST_YEAR = 2100;
    private static final int MAX_HEADINGS = 10;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final Extraction NO_TEXT =
            new Extraction.Rejected("NO_ARTICLE_TEXT", "no running text was found in the page");

    private final Page page;
    private final Declarations declared;
    private final StructuredArticle structured;
    private final @Nullable String url;
    private final String base;
    private final SiteName site;
    private final int latestYear;

    PageReading(Page page, @Nullable String fetched, @Nullable Instant capturedAt) {
        this.page = page;
        this.declared = page.declared();
        this.structured = StructuredArticle.of(declared.jsonLd());
        this.url = PageAddress.of(fetched, declared, structured);
        this.base = page.baseUri().isEmpty() && url != null ? url : page.baseUri();
        this.site = new SiteName(declared, structured, PageAddress.host(url));
        site.inferFrom(declared.title(), page.blocks());
        this.latestYear = capturedAt == null
                ? LATEST_YEAR
                : capturedAt.atZone(ZoneOffset.UTC).getYear() + 1;
    }

    Extraction extraction() {
        Layout layout = new Layout(page);
        String title = new TitleChoice(site).choose(declared, structured, headings(layout, 1), headings(layout, 2));
        String description = Choice.first(
                declared.meta("og:description"),
                declared.meta("description"),
                structured.description(),
                declared.meta("twitter:description", "dc.description"),
                declared.item("description"));
        Container body = new BodyChoice(page, layout).choose();
        List<Verdict> verdicts =
                body == null ? List.of() : new BlockSelection(layout, title, description).select(page, body);
        List<Paragraph> paragraphs = paragraphs(verdicts);
        if (paragraphs.stream().allMatch(paragraph -> paragraph.kind() == Kind.CAPTION)) {
            return NO_TEXT;
        }
        int bodyStart = body == null ? 0 : body.firstBlock;
        int bodyEnd = body == null ? 0 : body.endBlock;
        DateChoice dates = new DateChoice(page, structured, url, latestYear, bodyStart, bodyEnd);
        return new Extraction.Extracted(new Article(
                url,
                site.name(),
                title,
                description,
                new AuthorChoice(site).choose(page, structured, bodyStart, bodyEnd),
                Choice.first(
                        structured.section(),
                        declared.meta("article:section", "parsely-section", "section"),
                        declared.item("articlesection"),
                        declared.section()),
                language(paragraphs),
                dateline(paragraphs, bodyStart),
                dates.published(),
                dates.modified(),
                image(),
                paragraphs,
                new RelatedLinks(base, url).find(page, layout, verdicts, body)));
    }

    private List<String> headings(Layout layout, int level) {
        List<String> headings = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block.container.headingLevel == level
                    && headings.size() < MAX_HEADINGS
                    && layout.boilerplate(block) == 0) {
                headings.add(block.text);
            }
        }
        return headings;
    }

    private List<Paragraph> paragraphs(List<Verdict> verdicts) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Kind kind = verdict.kind();
            if (kind != null) {
                paragraphs.add(new Paragraph(kind, verdict.block().text));
            }
        }
        DeclaredBody declaredBody = DeclaredBody.of(structured.body());
        return declaredBody.outweighs(paragraphs) ? declaredBody.paragraphs() : paragraphs;
    }

    private @Nullable String language(List<Paragraph> paragraphs) {
        for (String candidate : new @Nullable String[] {
            page.language(),
            declared.meta("content-language", "og:locale", "language", "dc.language"),
            structured.language()
        }) {
            String code = candidate == null ? "" : code(candidate);
            if (LANGUAGES.contains(code)) {
                return code;
            }
        }
        StringBuilder sample = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            if (sample.length() < 2_000) {
                sample.append(paragraph.text()).append('\n');
            }
        }
        return Language.detect(sample.toString());
    }

    private static String code(String tag) {
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** A line of its own ahead of the body, or what the body opens with. */
    private @Nullable Dateline dateline(List<Paragraph> paragraphs, int bodyStart) {
        int end = Math.min(page.blocks().size(), bodyStart + 2);
        for (Block block : page.blocks().subList(Math.max(0, bodyStart - 6), end)) {
            Dateline line = DatelineParser.split(block.text, site.name())
                    .filter(split -> split.rest().isEmpty())
                    .map(DatelineParser.Split::dateline)
                    .orElse(null);
            if (line != null) {
                return line;
            }
        }
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.kind() == Kind.BODY) {
                return DatelineParser.split(paragraph.text(), site.name())
                        .map(DatelineParser.Split::dateline)
                        .orElse(null);
            }
        }
        return null;
    }

    private @Nullable String image() {
        for (String candidate : new @Nullable String[] {
            declared.meta("og:image", "og:image:url", "og:image:secure_url"),
            structured.image(),
            declared.meta("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full"),
            declared.link("image_src"),
            declared.item("image")
        }) {
            String image = candidate == null ? null : CanonicalUrl.resolve(base, candidate);
            if (image != null) {
                return image;
            }
        }
        return null;
    }
}
