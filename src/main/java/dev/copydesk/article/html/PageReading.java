package dev.copydesk.article.html;

import dev.copydesk.article.Article;
import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.DatelineParser;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Language;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.learning.TwoPassClassifier;
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
    private static final int FEWEST_BLOCKS = 10;
    private static final int FEWEST_LINKED = 3;
    private static final int SHORTEST_STANDFIRST = 25;
    /** Top-level domains of countries that write English and the day ahead of the month. */
    private static final Set<String> ENGLISH_SPEAKING = Set.of("uk", "au", "nz", "ie", "in", "za");

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
    private final Layout layout;
    private final @Nullable Container body;
    private final @Nullable String title;
    private final @Nullable String description;

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
        this.layout = new Layout(page);
        this.body = new BodyChoice(page, layout).choose();
        this.title = new TitleChoice(site).choose(declared, structured, headings(layout, 1), headings(layout, 2));
        this.description = Choice.first(
                declared.meta("og:description"),
                declared.meta("description"),
                structured.description(),
                declared.meta("twitter:description", "dc.description"),
                declared.item("description"));
    }

    /** The page up to the question which of its blocks are the article's; null when it has no prose. */
    @Nullable
    BlockFeatures features() {
        return body == null
                ? null
                : new BlockFeatures(
                        page, layout, body, title, description, DeclaredText.of(structured.body()), isEnglish(body));
    }

    private boolean isEnglish(Container body) {
        StringBuilder sample = new StringBuilder();
        for (Block block : page.blocks().subList(body.firstBlock, body.endBlock)) {
            if (sample.length() < 600 && Layout.prose(block) > 0) {
                sample.append(block.text).append('\n');
            }
        }
        return "en".equals(Language.detect(sample.toString()));
    }

    /** What is known of the page as a whole. */
    PageFeatures pageFeatures() {
        return new PageFeatures(page, layout, body, structured, url, title);
    }

    /** The page's canonical URL, or null when neither the crawl nor the page gives one. */
    @Nullable
    String url() {
        return url;
    }

    /** Which kind of page it is when it is no article; null when it is one. */
    @Nullable
    PageKind nonArticle(PageClassifier classifier) {
        long linked = page.blocks().stream()
                .filter(block -> !block.links.isEmpty())
                .limit(FEWEST_LINKED)
                .count();
        if (page.blocks().size() < FEWEST_BLOCKS || linked < FEWEST_LINKED) {
            return null; // too little beside the text to judge by, as in a page that was cleaned before
        }
        if (body != null && structured.isNews()) {
            return null; // publishers declare this of articles only
        }
        return classifier.isArticle(pageFeatures()) ? null : PageKind.of(page, structured, url);
    }

    /** What was decided about each block, in page order. */
    List<BlockDecision> decisions(TwoPassClassifier classifier) {
        return verdicts(features(), classifier).stream()
                .map(verdict -> verdict.explained(layout))
                .toList();
    }

    private List<Verdict> verdicts(@Nullable BlockFeatures features, TwoPassClassifier classifier) {
        if (body == null || features == null) {
            return page.blocks().stream()
                    .map(block -> new Verdict(block, null, "no running text on the page", 0))
                    .toList();
        }
        return new BlockSelection(layout, body, title, description).select(page.blocks(), features, classifier);
    }

    Extraction extraction(TwoPassClassifier classifier) {
        BlockFeatures features = features();
        List<Verdict> verdicts = verdicts(features, classifier);
        List<Paragraph> paragraphs = paragraphs(verdicts);
        if (paragraphs.stream().allMatch(paragraph -> paragraph.kind() == Kind.CAPTION)) {
            return NO_TEXT;
        }
        int bodyStart = body == null ? 0 : body.firstBlock;
        int bodyEnd = body == null ? 0 : body.endBlock;
        int headline = features == null ? -1 : features.headline();
        DateChoice dates = new DateChoice(
                declared,
                structured,
                dateLanguage(),
                url,
                latestYear,
                new ShownDates(page, headline, bodyStart, bodyEnd));
        return new Extraction.Extracted(new Article(
                url,
                site.name(),
                title,
                description == null ? standfirst() : description,
                new AuthorChoice(site, page, bodyStart, bodyEnd).choose(structured),
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
                new RelatedLinks(page, layout, verdicts, body, new LinkTargets(base, url)).find()));
    }

    /** BCP 47 tag of the language that dates are written in, or null; English gets the host's country as its region. */
    private @Nullable String dateLanguage() {
        String tag = page.language().isEmpty() ? declared.meta("og:locale", "content-language") : page.language();
        String host = PageAddress.host(url);
        String country = host == null ? "" : host.substring(host.lastIndexOf('.') + 1);
        boolean plainEnglish = tag == null || tag.equalsIgnoreCase("en");
        return plainEnglish && ENGLISH_SPEAKING.contains(country)
                ? "en-" + (country.equals("uk") ? "gb" : country)
                : tag;
    }

    /** What the page shows as the article's summary, where it declares none. */
    private @Nullable String standfirst() {
        int end = body == null ? 0 : Math.min(page.blocks().size(), body.firstBlock + 1);
        for (Block block : page.blocks().subList(0, end)) {
            if (Role.STANDFIRST.in(layout.near(block))
                    && block.text.length() >= SHORTEST_STANDFIRST
                    && layout.boilerplate(block) == 0
                    && !block.text.equals(title)) {
                return block.text;
            }
        }
        return null;
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
