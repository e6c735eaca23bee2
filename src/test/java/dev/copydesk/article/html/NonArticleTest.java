package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Extraction;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonArticleTest {

    private static final String SHOP_URL = "https://www.lamp-house.example/product/brass-reading-lamp";

    /** A shop's page of one product, as shops build them. */
    private static final String SHOP = """
            <!DOCTYPE html><html lang="en"><head><title>Brass reading lamp | Lamp House</title>
            <meta property="og:type" content="product">
            <script type="application/ld+json">{"@type": "Product", "name": "Brass reading lamp",
             "offers": {"@type": "Offer", "price": "49.00", "priceCurrency": "EUR"},
             "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.6}}</script></head>
            <body><header><nav><a href="/">Home</a> <a href="/lamps">Lamps</a> <a href="/cart">Cart</a></nav></header>
            <main><h1>Brass reading lamp</h1><div class="price">€49.00</div><button>Add to cart</button>
            <ul><li>Free shipping over €30</li><li>In stock</li><li>Two year warranty</li></ul>
            <h2>Description</h2><p>A small lamp of solid brass for the bedside table, with a switch at its foot.</p>
            <h2>Customer reviews</h2><p>Very nice lamp, arrived quickly and looks as on the picture.</p>
            <h2>You may also like</h2><ul><li><a href="/product/desk-lamp">Desk lamp</a> €39.00</li>
            <li><a href="/product/floor-lamp">Floor lamp</a> €119.00</li>
            <li><a href="/product/wall-lamp">Wall lamp</a> €59.00</li></ul></main>
            <footer><a href="/shipping">Shipping</a> <a href="/returns">Returns</a> <a href="/privacy">Privacy</a></footer>
            </body></html>
            """;

    private static Extraction extract(String html, String url, boolean keepNonArticles) {
        return new HtmlArticleExtractor(keepNonArticles)
                .extract(new RawDocument(0, DocumentFormat.HTML, html.getBytes(StandardCharsets.UTF_8), url, null));
    }

    @Test
    void filtersAProductWithItsKind() {
        assertThat(extract(SHOP, SHOP_URL, false)).isEqualTo(new Extraction.Filtered("PRODUCT_PAGE", SHOP_URL));
    }

    @Test
    void extractsANonArticleWhereThatIsWanted() {
        assertThat(extract(SHOP, SHOP_URL, true)).isInstanceOf(Extraction.Extracted.class);
    }

    @Test
    void keepsAnArticleOfAFewParagraphs() {
        String html = "<html lang=en><head><title>Ferry returns to Lisk</title></head><body><article>"
                + "<h1>Ferry returns to Lisk</h1>" + PROSE + "</article></body></html>";
        assertThat(extract(html, Pages.URL, false)).isInstanceOf(Extraction.Extracted.class);
    }

    @Test
    void doesNotFilterAPageOfNothing() {
        assertThat(extract("<html></html>", SHOP_URL, false)).isInstanceOf(Extraction.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://talk.example/forum/showthread.php?t=5, , FORUM_PAGE",
        "https://docs.example/docs/install, , DOCUMENTATION_PAGE",
        "https://a.example/category/lamps, , LISTING_PAGE",
        "https://a.example/services/roofing, , SERVICE_PAGE",
        "https://a.example/x, ItemList, LISTING_PAGE",
        "https://a.example/x, QAPage, FORUM_PAGE",
        "https://a.example/x, , NOT_AN_ARTICLE",
    })
    void tellsTheKindByTheAddressThenByTheStructuredData(String url, String type, PageKind kind) {
        Page page = new Page("", "", new Declarations(), List.of(), List.of());
        List<String> scripts = type == null ? List.of() : List.of("{\"@type\": \"" + type + "\"}");
        assertThat(PageKind.of(page, StructuredArticle.of(scripts), url)).isEqualTo(kind);
    }
}
