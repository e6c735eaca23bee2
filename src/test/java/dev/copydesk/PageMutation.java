package dev.copydesk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Ways to spoil a page as crawls, broken templates and hostile authors do. Pages are bytes, seen as one character each, so
 * that a mutation may cut through any sequence; the same page and seed make the same bytes.
 */
public enum PageMutation {
    CUT {
        @Override
        String of(String page, Random random) {
            return page.substring(0, random.nextInt(page.length() + 1));
        }
    },
    SHUFFLED_BYTES {
        @Override
        String of(String page, Random random) {
            return shuffled(page, 0, page.length(), random);
        }
    },
    SHUFFLED_WINDOW {
        @Override
        String of(String page, Random random) {
            int start = random.nextInt(page.length() + 1);
            return shuffled(page, start, Math.min(page.length(), start + 1 + random.nextInt(5_000)), random);
        }
    },
    SHUFFLED_PIECES {
        @Override
        String of(String page, Random random) {
            List<String> pieces = Arrays.asList(page.split("(?=<)"));
            Collections.shuffle(pieces, random);
            return String.join("", pieces);
        }
    },
    FLIPPED_BITS {
        @Override
        String of(String page, Random random) {
            StringBuilder out = new StringBuilder(page);
            for (int i = 0; i < page.length() / 50 + 1 && !page.isEmpty(); i++) {
                int at = random.nextInt(page.length());
                out.setCharAt(at, (char) (page.charAt(at) ^ (1 << random.nextInt(8))));
            }
            return out.toString();
        }
    },
    NESTED {
        @Override
        String of(String page, Random random) {
            return inserted(page, one(NESTING, random).repeat(MANY), random);
        }
    },
    NESTED_MIX {
        @Override
        String of(String page, Random random) {
            StringBuilder tags = new StringBuilder();
            for (int i = 0; i < MANY; i++) {
                tags.append(one(NESTING, random));
            }
            return inserted(page, tags.toString(), random);
        }
    },
    REPEATED_SLICE {
        @Override
        String of(String page, Random random) {
            int start = random.nextInt(page.length() + 1);
            int end = Math.min(page.length(), start + 1 + random.nextInt(3_000));
            int times = Math.min(2_000, 3_000_000 / Math.max(1, end - start));
            return page.substring(0, end) + page.substring(start, end).repeat(times) + page.substring(end);
        }
    },
    WITHOUT_TAG_ENDS {
        @Override
        String of(String page, Random random) {
            return page.replace(">", "");
        }
    },
    WITHOUT_QUOTES {
        @Override
        String of(String page, Random random) {
            return page.replace(random.nextBoolean() ? "\"" : "'", "");
        }
    },
    WITHOUT_END_TAGS {
        @Override
        String of(String page, Random random) {
            return page.replace("</", random.nextBoolean() ? "<" : "");
        }
    },
    DOUBLED_ATTRIBUTES {
        @Override
        String of(String page, Random random) {
            return page.replace(" class=", " class=a id=b style=c href=d class=")
                    .replace(" href=", " href=x rel=y href=");
        }
    },
    MANY_ATTRIBUTES {
        @Override
        String of(String page, Random random) {
            StringBuilder tag = new StringBuilder("<div");
            for (int i = 0; i < MANY; i++) {
                tag.append(" data-").append(i).append("='").append(i).append('\'');
            }
            return inserted(page, tag + ">", random);
        }
    },
    HUGE_ATTRIBUTE {
        @Override
        String of(String page, Random random) {
            String name =
                    one(List.of("class", "id", "style", "href", "content", "itemprop", "rel", "datetime"), random);
            String tag =
                    one(List.of("div", "a", "meta name=author", "time", "span", "img", "link rel=canonical"), random);
            String value = one(List.of("author-", "a", "2024-01-02 ", "by ", "%41", "/", "&amp;"), random);
            return inserted(page, "<" + tag + " " + name + "=\"" + value.repeat(MANY) + "\">", random);
        }
    },
    HUGE_SCRIPT {
        @Override
        String of(String page, Random random) {
            return inserted(page, "<script>" + "if (a < b && c > d) { e('</p>'); }\n".repeat(MANY / 2), random);
        }
    },
    DEEP_JSON_LD {
        @Override
        String of(String page, Random random) {
            String open = one(List.of("[", "{\"author\":", "{\"@graph\":[", "{\"image\":[["), random);
            return inserted(page, JSON_LD + open.repeat(MANY) + one(List.of("", "</script>"), random), random);
        }
    },
    MUCH_JSON_LD {
        @Override
        String of(String page, Random random) {
            String object =
                    "{\"@type\":\"NewsArticle\",\"@id\":\"#a\",\"headline\":\"A &amp; <b\",\"author\":{\"@id\":\"#a\"}}";
            return inserted(page, JSON_LD + "[" + (object + ",").repeat(MANY / 4) + "1]</script>", random);
        }
    },
    QUOTES_IN_JSON_LD {
        @Override
        String of(String page, Random random) {
            String body = "he said \"no\" < ".repeat(MANY / 4);
            return inserted(
                    page, JSON_LD + "{\"@type\":\"Article\",\"articleBody\":\"" + body + "\"}</script>", random);
        }
    },
    MANY_JSON_LD {
        @Override
        String of(String page, Random random) {
            return inserted(page, (JSON_LD + "{\"@type\":\"Article\"}{</script>").repeat(MANY / 20), random);
        }
    },
    NUL_BYTES {
        @Override
        String of(String page, Random random) {
            return inserted(page, "\0".repeat(1 + random.nextInt(MANY)), random).replace("<p", "<p\0");
        }
    },
    LONE_SURROGATES {
        @Override
        String of(String page, Random random) {
            return inserted(page, "\u00ed\u00a0\u0080 \u00ed\u00b0\u0080x".repeat(MANY / 10), random)
                    .replace("a", "&#xd800;")
                    .replace("</p>", "\u00ed\u00a0\u0080</p>");
        }
    },
    AS_UTF16 {
        @Override
        String of(String page, Random random) {
            StringBuilder out = new StringBuilder(random.nextBoolean() ? "\u00ff\u00fe" : "");
            for (int i = 0; i < page.length(); i++) {
                out.append(page.charAt(i)).append(random.nextInt(200) == 0 ? '\u00d8' : '\0');
            }
            return out.toString();
        }
    },
    WRONG_CHARSET {
        @Override
        String of(String page, Random random) {
            String charset = one(
                    List.of("utf-16", "gb18030", "shift_jis", "iso-2022-jp", "koi8-r", "utf-7", "big5", "none", "x"),
                    random);
            return "<meta charset=" + charset + ">" + page;
        }
    },
    ENTITIES {
        @Override
        String of(String page, Random random) {
            String entity =
                    one(List.of("&amp;amp", "&#1234567890123;", "&#0;", "&notanentity", "&", "&#x1F600;"), random);
            return inserted(page, entity.repeat(MANY), random).replace(" ", "&nbsp;");
        }
    },
    BREAKS {
        @Override
        String of(String page, Random random) {
            return inserted(
                    page,
                    one(List.of("<br>", "<br>x", "<br><br>x", "<hr>"), random).repeat(MANY),
                    random);
        }
    },
    LINKS {
        @Override
        String of(String page, Random random) {
            String link = one(
                    List.of(
                            "<a href=/a>A headline of seven words for you</a>",
                            "<a href=/2024/01/02/some-long-slug-here><h3>A headline of seven words</h3></a>",
                            "<li><a href=//[x>Read more</a> 2024-01-02</li>",
                            "<a href=/author/x>By Some One</a> ",
                            "<a href=/a>"),
                    random);
            return inserted(page, link.repeat(MANY), random);
        }
    },
    FIELDS {
        @Override
        String of(String page, Random random) {
            String field = one(
                    List.of(
                            "<meta name=author content='A B, C D and E F'>",
                            "<time datetime=2024-01-02>yesterday</time>",
                            "<span class=author>By A B, C D</span>",
                            "<span itemprop=author>A B</span>",
                            "<h1>A title</h1>",
                            "<div class=breadcrumb><a>x</a>",
                            "<link rel='canonical a b c' href=x>",
                            "<p class=date>12. January 2024, 12:30</p>"),
                    random);
            return inserted(page, field.repeat(MANY), random);
        }
    },
    FORMATTING {
        @Override
        String of(String page, Random random) {
            StringBuilder open = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                open.append('<')
                        .append(one(List.of("b", "i", "font", "a", "u"), random))
                        .append(" id=")
                        .append(i)
                        .append('>');
            }
            String piece =
                    one(List.of("<p>x", "<p>x</b>", "<div></b></i></a>", "</p><b id=1><div>x</b>", "<br>x"), random);
            return inserted(page, open + piece.repeat(MANY), random);
        }
    },
    TABLES {
        @Override
        String of(String page, Random random) {
            String piece = one(
                    List.of(
                            "<table>x<b>",
                            "<table><tr><td>",
                            "<table><tr>x<a href=y>",
                            "<table><caption>",
                            "<td><table>x"),
                    random);
            return inserted(page, piece.repeat(MANY), random);
        }
    },
    ONE_LONG_PARAGRAPH {
        @Override
        String of(String page, Random random) {
            String words = one(
                    List.of(
                            "word ",
                            "a",
                            "A. ",
                            "\u00e6\u0097\u00a5",
                            "1 ",
                            "January 2 ",
                            "By A B ",
                            "- ",
                            "(",
                            "\u00a0"),
                    random);
            return inserted(page, "<p>" + words.repeat(MANY), random);
        }
    },
    FOREIGN_ELEMENTS {
        @Override
        String of(String page, Random random) {
            String piece = one(
                    List.of(
                            "<svg><g>",
                            "<math><mi>",
                            "<svg><foreignObject><p>",
                            "<template>",
                            "<select><option>",
                            "<frameset>"),
                    random);
            return inserted(page, piece.repeat(MANY), random);
        }
    },
    COMMENTS {
        @Override
        String of(String page, Random random) {
            String piece = one(
                    List.of("<!--", "<!-- x -->", "<!", "<?", "<![CDATA[", "<!--->", "<textarea>", "<title>"), random);
            return inserted(page, piece.repeat(MANY), random);
        }
    };

    private static final int MANY = 100_000;
    private static final String JSON_LD = "<script type='application/ld+json'>";

    private static final List<String> NESTING = List.of(
            "<div>",
            "<div class='article-body'>",
            "<span>",
            "<a href=x>",
            "<b>",
            "<font>",
            "<table>",
            "<table><tr><td>",
            "<ul>",
            "<ul><li>",
            "<blockquote>",
            "<p>",
            "<h1>",
            "<span class=author>",
            "<figure><figcaption>",
            "<section class='related'>",
            "<nobr>",
            "<button>",
            "<form>",
            "<dl><dt>",
            "<ruby><rt>",
            "</div>",
            "</p>",
            "x ");

    /** The page spoiled; as long as the page and a few megabytes at most. */
    public byte[] of(byte[] page, Random random) {
        return of(new String(page, ISO_8859_1), random).getBytes(ISO_8859_1);
    }

    abstract String of(String page, Random random);

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** At the start of a tag, or anywhere. */
    private static String inserted(String page, String what, Random random) {
        int at = random.nextInt(page.length() + 1);
        int tag = random.nextInt(4) == 0 ? -1 : page.indexOf('<', at);
        int start = tag < 0 ? at : tag;
        return page.substring(0, start) + what + page.substring(start);
    }

    private static String shuffled(String page, int start, int end, Random random) {
        char[] bytes = page.toCharArray();
        for (int i = end - 1; i > start; i--) {
            int other = start + random.nextInt(i - start + 1);
            char swapped = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = swapped;
        }
        return new String(bytes);
    }
}
