package dev.copydesk.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Parts of which hostile pages are made; around the nasty part each is a plain article. */
final class HostilePages {

    static final String PARAGRAPH =
            "The council of Lindhaven said on Tuesday that the old harbour wall would be raised by half a metre, "
                    + "after two winters in which the sea had come over it and flooded the fish market.";

    private HostilePages() {}

    /** An article with this in its head and this behind its text. */
    static byte[] page(String head, String body) {
        return titled("Harbour wall to be raised", head, body).getBytes(UTF_8);
    }

    static String titled(String title, String head, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><title>" + title + "</title>" + head
                + "</head><body><article><h1>" + title + "</h1>" + prose() + body + "</article></body></html>";
    }

    /** Four paragraphs of news, each another. */
    static String prose() {
        StringBuilder prose = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            prose.append("<p>In part ")
                    .append(i)
                    .append(" of the story: ")
                    .append(PARAGRAPH)
                    .append("</p>\n");
        }
        return prose.toString();
    }

    /** A text dump of an article that ends in this. */
    static byte[] dump(String end) {
        return (textDump() + end).getBytes(UTF_8);
    }

    static String textDump() {
        StringBuilder dump = new StringBuilder("Harbour wall to be raised\n\n");
        for (int i = 1; i <= 4; i++) {
            dump.append("In part ")
                    .append(i)
                    .append(" of the story: ")
                    .append(PARAGRAPH)
                    .append("\n\n");
        }
        return dump.toString();
    }

    /** Letters that do not compress, the same every time. */
    static String noise(int length) {
        Random random = new Random(length);
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }
}
