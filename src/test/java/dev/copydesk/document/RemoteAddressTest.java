package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crawl.example/2026/a.warc.gz",
                "http://crawl.example:8080/a%20b.html?page=2&author=lee",
                "s3://bucket/a b/ü?#.warc",
                "s3://my.bucket"
            })
    void takesAUrlAsItIs(String url) {
        assertThat(RemoteAddress.checked(url)).isEqualTo(url);
    }

    @Test
    void writesTheSchemeInSmallLetters() {
        assertThat(RemoteAddress.checked("HTTPS://crawl.example/A")).isEqualTo("https://crawl.example/A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ana:hunter2@crawl.example/a.html",
                "https://hunter2@crawl.example/a.html",
                "https://crawl.example/a.warc?X-Amz-Signature=hunter2",
                "https://crawl.example/a.warc?v=1&x-goog-signature=hunter2",
                "https://crawl.example/a.warc?sv=2024&sig=hunter2",
                "https://crawl.example/a.warc?access_token=hunter2",
                "https://crawl.example/a.warc?Signature=hunter2&Expires=1",
                "https://crawl.example/a.warc?apikey=hunter2"
            })
    void refusesAUrlThatHoldsASecretWithoutSayingIt(String url) {
        assertThatThrownBy(() -> RemoteAddress.checked(url))
                .isInstanceOfSatisfying(
                        UnusableInputException.class, e -> assertThat(e.code()).isEqualTo("URL_HOLDS_CREDENTIALS"))
                .hasMessageContaining("https://crawl.example/a")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https:///a.html",
                "https://crawl.example/a b.html",
                "https://crawl.example/a.html#part",
                "https://crawl.example/\u0007.html",
                "s3://",
                "s3://Upper/a.html",
                "s3://b/a.html",
                "ftp://crawl.example/a.html",
                "gs://bucket/a.html"
            })
    void refusesWhatIsNoUrlThatIsRead(String url) {
        assertThatThrownBy(() -> SourceTree.of(List.of(url)))
                .isInstanceOfSatisfying(
                        UnusableInputException.class, e -> assertThat(e.code()).isEqualTo("URL_INVALID"));
    }

    @Test
    void refusesAUrlThatTheLedgerCannotHold() {
        assertThatThrownBy(() -> RemoteAddress.checked("https://crawl.example/" + "a".repeat(2000)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("2000 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://bucket, s3://bucket/",
        "s3://bucket/, s3://bucket/",
        "s3://bucket/2026, s3://bucket/2026/",
        "s3://bucket/2026/, s3://bucket/2026/",
        "s3://bucket/2026/*.warc.gz, s3://bucket/2026/",
        "s3://bucket/**/a*.html, s3://bucket/"
    })
    void takesAKeyThatIsNoFileForAFolder(String input, String folder) {
        assertThat(RemoteAddress.input(input))
                .isInstanceOfSatisfying(
                        SourceInput.RemoteBelow.class,
                        below -> assertThat(below.folder()).isEqualTo(folder));
    }

    @Test
    void takesAKeyWithTheNameOfAFileForOne() {
        assertThat(RemoteAddress.input("s3://bucket/a.warc.gz"))
                .isEqualTo(new SourceInput.RemoteSingle(
                        "s3://bucket/a.warc.gz", new SourceLocation.Remote("s3://bucket/a.warc.gz")));
    }

    @Test
    void aLocationIsWhatItsTextSays() {
        for (String text : List.of("https://h.example/a//b.html?x=1", "s3://bucket/a//b", "/data/a.html")) {
            assertThat(SourceLocation.of(text)).hasToString(text);
        }
        assertThat(SourceLocation.of("https://h.example/a/b.html?x=/c.txt").name())
                .isEqualTo("b.html");
        assertThat(SourceLocation.of("s3://bucket/a/b?.html").name()).isEqualTo("b?.html");
    }
}
