package dev.copydesk.article.dump;

import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Makes text dumps of HTML pages, to train on: by lynx and w3m, and block by block with a blank line between containers.
 * Needs lynx and w3m on the path.
 */
final class Dumper {

    private static final List<List<String>> BROWSERS = List.of(
            List.of(
                    "lynx",
                    "-dump",
                    "-nolist",
                    "-width=990",
                    "-force_html",
                    "-assume_charset=utf-8",
                    "-display_charset=utf-8"),
            List.of("w3m", "-dump", "-cols", "80", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"));
    private static final Set<String> LINES = Set.of(
            "p",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "dt",
            "dd",
            "td",
            "th",
            "br",
            "figcaption",
            "blockquote",
            "pre");
    private static final Set<String> CONTAINERS = Set.of(
            "div", "section", "article", "ul", "ol", "dl", "nav", "header", "footer", "aside", "main", "form", "table",
            "tr", "figure", "body");
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "head", "svg", "iframe");
    private static final int SECONDS = 20;

    private Dumper() {}

    /** A dump of a page, by one of the dumpers as its number tells. */
    static RawDocument dump(RawDocument page, int number) {
        Document parsed = Jsoup.parse(page.text());
        parsed.charset(StandardCharsets.UTF_8);
        int dumper = Math.floorMod(number, BROWSERS.size() + 1);
        if (dumper == BROWSERS.size()) {
            return dump(page, parsed.title() + "\n\n" + blocks(parsed));
        }
        try {
            Path file = Files.createTempFile("page", ".html");
            try {
                Files.writeString(file, parsed.outerHtml());
                return dump(page, run(BROWSERS.get(dumper), file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("lynx or w3m, which training needs, cannot be run", e);
        }
    }

    private static RawDocument dump(RawDocument page, String text) {
        return new RawDocument(
                0, DocumentFormat.TEXT, text.getBytes(StandardCharsets.UTF_8), page.url(), page.capturedAt());
    }

    private static String run(List<String> browser, Path page) throws IOException {
        List<String> command = new ArrayList<>(browser);
        command.add(page.toString());
        Path out = Files.createTempFile("dump", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly(); // a page that a browser hangs on gives no dump
            }
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8); // what is no UTF-8 becomes U+FFFD
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            Files.delete(out);
        }
    }

    private static String blocks(Document page) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        page.body().traverse(new NodeVisitor() {
            private int unseen;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode leaf && unseen == 0) {
                    line.append(leaf.text());
                } else if (node instanceof Element element) {
                    unseen += UNSEEN.contains(element.normalName()) ? 1 : 0;
                    end(element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    unseen -= UNSEEN.contains(element.normalName()) ? 1 : 0;
                    end(element);
                }
            }

            private void end(Element element) {
                boolean container = CONTAINERS.contains(element.normalName());
                if (!container && !LINES.contains(element.normalName())) {
                    return;
                }
                if (!line.toString().isBlank()) {
                    text.append(line.toString().strip()).append('\n');
                }
                line.setLength(0);
                int length = text.length();
                if (container && length > 1 && text.charAt(length - 2) != '\n') {
                    text.append('\n');
                }
            }
        });
        return text.append(line).toString();
    }
}
