package dev.copydesk.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Writes plain news pages into a folder. */
final class TestPages {

    private static final String SENTENCE =
            "The council of Lindhaven said on Tuesday that the old harbour wall would be raised by half a metre, "
                    + "after two winters in which the sea had come over it and flooded the fish market. ";

    private final Path folder;

    TestPages(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** A shop's page of one product. */
    Path shop(String name, String url) {
        return write(name, """
                <!DOCTYPE html><html lang="en"><head><title>Brass lamp | Lamp House</title>
                <link rel="canonical" href="%s"><meta property="og:type" content="product">
                <script type="application/ld+json">{"@type": "Product", "name": "Brass lamp",
                 "offers": {"@type": "Offer", "price": "49.00"}}</script></head>
                <body><nav><a href="/">Home</a> <a href="/lamps">Lamps</a> <a href="/cart">Cart</a></nav>
                <main><h1>Brass lamp</h1><div class="price">€49.00</div><button>Add to cart</button>
                <ul><li>Free shipping over €30</li><li>In stock</li><li>Two year warranty</li></ul>
                <h2>Description</h2><p>A small lamp of solid brass for the bedside table, with a switch at its foot.</p>
                <h2>Customer reviews</h2><p>Very nice lamp, arrived quickly and looks as on the picture.</p>
                <h2>You may also like</h2><ul><li><a href="/product/desk-lamp">Desk lamp</a> €39.00</li>
                <li><a href="/product/floor-lamp">Floor lamp</a> €119.00</li></ul></main>
                <footer><a href="/shipping">Shipping</a> <a href="/returns">Returns</a></footer></body></html>
                """.formatted(url));
    }

    /** A page with this URL, title and number of paragraphs; each paragraph tells its number and the title. */
    Path page(String name, String url, String title, int paragraphs, String... links) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>")
                .append(title)
                .append("</title>")
                .append("<link rel=\"canonical\" href=\"")
                .append(url)
                .append("\">")
                .append("</head><body><nav><a href=\"/\">Home</a></nav><article><h1>")
                .append(title)
                .append("</h1>");
        for (int i = 1; i <= paragraphs; i++) {
            html.append("<p>Paragraph ")
                    .append(i)
                    .append(" of ")
                    .append(title)
                    .append(". ")
                    .append(SENTENCE)
                    .append("</p>");
        }
        html.append("</article>");
        if (links.length > 0) {
            html.append("<aside class=\"related\"><h2>Related stories</h2><ul>");
            for (String link : links) {
                html.append("<li><a href=\"")
                        .append(link)
                        .append("\">The story that stands at ")
                        .append(link)
                        .append("</a></li>");
            }
            html.append("</ul></aside>");
        }
        html.append("</body></html>\n");
        return write(name, html.toString());
    }

    Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void modifiedAt(Path file, String instant) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(instant)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
