package dev.copydesk.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.WarcBuilder;
import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.DateParser;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.SourceFormat;
import dev.copydesk.entity.EntityTagger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is fed with arbitrary bytes, and must keep its promises whatever they are: {@link #run} throws when one is broken.
 * {@link FuzzTargetsTest} feeds each with what is known to be nasty, {@link Fuzzing} for as long as one likes.
 */
enum FuzzTarget {
    /** Files that hold one page. */
    PAGE {
        @Override
        void run(byte[] input) {
            FuzzedFile.of("page.html", SourceFormat.HTML, input).holdsOnePage();
        }
    },
    /** Text dumps, by the name of a packed one. */
    DUMP_FILE {
        @Override
        void run(byte[] input) {
            FuzzedFile.of("dump.txt.gz", SourceFormat.TEXT, input).holdsOnePage();
        }
    },
    MANIFEST {
        @Override
        void run(byte[] input) {
            FuzzedFile.of("manifest.jsonl", SourceFormat.TEXT, input).isAManifest(input);
        }
    },
    /** Archives as they lie on the disk, packed or not. */
    ARCHIVE {
        @Override
        void run(byte[] input) {
            FuzzedFile.of("crawl.warc", SourceFormat.WARC, input).isAnArchive(!isPacked(input) && !isBlank(input));
        }
    },
    /** Archives that are packed well: the first byte says how, the rest is cut where records seem to begin. */
    PACKED_ARCHIVE {
        @Override
        void run(byte[] input) {
            byte[] packed = ArchivePacking.of(input).pack(rest(input));
            FuzzedFile.of("crawl.warc.gz", SourceFormat.WARC, packed).isAnArchive(!isBlank(rest(input)));
        }
    },
    /** WACZ files as they lie on the disk. */
    WACZ {
        @Override
        void run(byte[] input) {
            FuzzedFile.of("crawl.wacz", SourceFormat.WACZ, input).isAnArchive(false);
        }
    },
    /** An HTTP response in a sound record. */
    RESPONSE {
        @Override
        void run(byte[] input) {
            byte[] archive = new WarcBuilder()
                    .record(
                            "response",
                            Map.of(
                                    "WARC-Target-URI",
                                    "https://a.example/1",
                                    "Content-Type",
                                    "application/http;msgtype=response"),
                            input)
                    .page("https://a.example/2")
                    .plain();
            FuzzedFile.of("crawl.warc", SourceFormat.WARC, archive).isAnArchiveOf(2);
        }
    },
    HTML {
        @Override
        void run(byte[] input) {
            extract(Extractors.ARTICLES, DocumentFormat.HTML, input);
            extract(Extractors.ALL_PAGES, DocumentFormat.HTML, input);
        }
    },
    DUMP {
        @Override
        void run(byte[] input) {
            extract(Extractors.ARTICLES, DocumentFormat.TEXT, input);
        }
    },
    DATE {
        @Override
        void run(byte[] input) {
            String language = LANGUAGES.get(input.length == 0 ? 0 : (input[0] & 0xff) % LANGUAGES.size());
            DateParser.parse(new String(rest(input), UTF_8), language).ifPresent(SoundArticle::holdsDate);
            DateParser.parse(new String(input, UTF_8)).ifPresent(SoundArticle::holdsDate);
        }
    };

    private static final List<String> LANGUAGES = List.of("en", "en-US", "de", "fr", "pt-BR", "ru", "ar", "ja", "");

    /** Models are read when they are first asked for. */
    private static final class Extractors {
        static final ArticleExtractor ARTICLES = new PageExtractor(false);
        static final ArticleExtractor ALL_PAGES = new PageExtractor(true);
        static final EntityTagger TAGGER = new EntityTagger();
    }

    /** Throws when a promise is broken. */
    abstract void run(byte[] input);

    /** Whether it begins as gzip or zstd does; what is packed may be nothing. */
    private static boolean isPacked(byte[] input) {
        return input.length >= 4
                && ((input[0] == 0x1f && input[1] == (byte) 0x8b)
                        || (input[1] == (byte) 0xb5 && input[2] == 0x2f)
                        || (input[1] == 0x2a && input[2] == 0x4d));
    }

    /** An archive of nothing but line breaks has no record. */
    private static boolean isBlank(byte[] input) {
        for (byte b : input) {
            if (b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private static byte[] rest(byte[] input) {
        return Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
    }

    private static void extract(ArticleExtractor extractor, DocumentFormat format, byte[] payload) {
        RawDocument page = new RawDocument(0, format, payload, "https://www.harbour-post.example/2024/ferry", null);
        SoundArticle.holdsText(page.text());
        Extraction extraction = extractor.extract(page);
        if (extraction instanceof Extraction.Extracted extracted) {
            SoundArticle.holds(extracted.article());
            SoundArticle.holdsMentions(extracted.article(), Extractors.TAGGER.tag(extracted.article()));
        } else if (extraction instanceof Extraction.Rejected rejected) {
            assertThat(rejected.code())
                    .isIn("NO_ARTICLE_TEXT", "MARKUP_BROKEN", "MARKUP_TOO_DENSE", "ARTICLE_TOO_LONG");
        } else if (extraction instanceof Extraction.Filtered filtered) {
            assertThat(filtered.reason()).matches("[A-Z_]+");
        }
    }
}
