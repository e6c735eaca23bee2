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
