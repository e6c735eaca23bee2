package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {

    private static final String ARABIC = "توقف اللعب بسبب المطر في المدينة الصغيرة وعاد الجمهور إلى البيوت مساء أمس";
    private static final String RUSSIAN = "Дождь остановил игру в маленьком городе, и зрители вернулись домой вечером";
    private static final String FRENCH =
            "La pluie a arrêté le jeu à l’école de la forêt, où les élèves étaient déjà rentrés après l’été. "
                    + "Le maire a déclaré que la fête serait reportée à l’année prochaine, « si le ciel le permet ».";
    private static final String JAPANESE = "小さな町では雨のために試合が中止となり、観客は夕方までに家へ帰りました。";
    private static final String CHINESE = "小城因下雨比赛中断，观众们在傍晚前都回到了家里，市长说明年再办。";
    private static final String KOREAN = "작은 도시에서 비 때문에 경기가 중단되었고 관중은 저녁에 집으로 돌아갔다.";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void believesAByteOrderMarkBeforeAnyDeclaration(String charset) {
        String page = "<meta charset=koi8-r>" + ARABIC;

        assertThat(html("\uFEFF" + page, Charset.forName(charset))).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta charset=windows-1256>",
                "<META CHARSET = 'cp1256' >",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">",
                "<meta content='text/html;charset=\"windows-1256\"' http-equiv=content-type />",
                "<?xml version=\"1.0\" encoding=\"windows-1256\"?><html>",
                "<!-- <meta charset=koi8-r> --><a title='<meta charset=koi8-r>'><meta charset=windows-1256>",
                "<meta name=description content='charset=koi8-r'><meta/charset=windows-1256>",
                "<meta charset=unheard-of><meta charset=windows-1256>"
            })
    void findsTheDeclaredCharset(String declaration) {
        String page = declaration + "<p>" + ARABIC + "</p>";

        assertThat(html(page, Charset.forName("windows-1256"))).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, windows-1252",
        "latin1, windows-1252",
        "US-ASCII, windows-1252",
        "gb2312, GB18030",
        "gbk, GB18030",
        "shift_jis, windows-31j",
        "x-sjis, windows-31j",
        "ks_c_5601-1987, x-windows-949",
        "euc-kr, x-windows-949",
        "iso-8859-9, windows-1254",
        "tis-620, x-windows-874",
        "big5, Big5-HKSCS",
        "' UTF8 ', UTF-8"
    })
    void takesLabelsForWhatBrowsersTakeThemFor(String label, String charset) {
        assertThat(CharsetLabel.charset(label)).isEqualTo(Charset.forName(charset));
    }

    @Test
    void knowsEveryCharsetOfItsTableOnThisPlatform() {
        assertThat(CharsetLabel.charset("x-mac-ukrainian")).isNotNull();
        assertThat(CharsetLabel.charset("iso-8859-16")).isNotNull();
        assertThat(CharsetLabel.charset("koi8-u")).isNotNull();
        assertThat(CharsetLabel.charset("utf-7")).isNull();
    }

    @Test
    void readsTheBytesBetween80And9fOfLatin1AsLetters() {
        assertThat(html("<meta charset=iso-8859-1><p>It\u0092s \u0080 5</p>", ISO_8859_1))
                .isEqualTo("<meta charset=iso-8859-1><p>It’s € 5</p>");
    }

    @Test
    void takesUtf16InADeclarationForUtf8() {
        String page = "<meta charset=utf-16><p>" + FRENCH.substring(0, 30);

        assertThat(html(page, UTF_8)).isEqualTo(page);
    }

    @Test
    void overrulesADeclarationOfEightBitsWhenTheBytesAreUtf8() {
        String page = "<meta charset=iso-8859-1><p>The café is closed</p>";

        assertThat(html(page, UTF_8)).isEqualTo(page);
    }

    @Test
    void overrulesADeclarationOfDoubleBytesOnlyWhenUtf8IsBeyondChance() {
        String page = "<meta charset=gbk><p>" + CHINESE;
        String two =
                "<meta charset=gbk><p>" + new String(new byte[] {(byte) 0xC4, (byte) 0xA3}, Charset.forName("GBK"));

        assertThat(html(page, UTF_8)).isEqualTo(page);
        assertThat(html(two, Charset.forName("GBK"))).isEqualTo(two);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "ISO-8859-5"})
    void overrulesADeclarationOfUtf8WhenTheBytesAreNot(String charset) {
        String page = "<meta charset=utf-8><p>" + RUSSIAN + "</p><p>" + RUSSIAN + "</p>";

        assertThat(html(page, Charset.forName(charset))).isEqualTo(page);
    }

    @Test
    void keepsUtf8ThatIsBrokenInPlaces() {
        String page = "<meta charset=utf-8><p>" + FRENCH + "</p>";
        byte[] bytes = GzippedBytes.join(page.getBytes(UTF_8), new byte[] {(byte) 0xE2, (byte) 0x80});

        assertThat(DecodedText.of(bytes, DocumentFormat.HTML, null)).isEqualTo(page + "\uFFFD");
        assertThat(DecodedText.of(bytes, DocumentFormat.TEXT, null)).isEqualTo(page + "\uFFFD");
    }

    @Test
    void readsUndeclaredUtf8() {
        assertThat(text("café", UTF_8)).isEqualTo("café");
        assertThat(text(ARABIC, UTF_8)).isEqualTo(ARABIC);
    }

    @Test
    void detectsWhatNothingDeclares() {
        assertDetected(FRENCH, "windows-1252");
        assertDetected(FRENCH.replaceAll("[’«»]", "'"), "ISO-8859-1");
        assertDetected(ARABIC, "windows-1256");
        assertDetected(RUSSIAN, "windows-1251");
        assertDetected(RUSSIAN, "KOI8-R");
        assertDetected(JAPANESE, "Shift_JIS");
        assertDetected(JAPANESE, "EUC-JP");
        assertDetected(CHINESE, "GB18030");
        assertDetected(KOREAN, "EUC-KR");
    }

    @Test
    void detectsACharsetByLettersFarDownThePage() {
        String page = "<script>var a = 1;</script>\n".repeat(20_000) + "<p>" + RUSSIAN + "</p><p>" + RUSSIAN + "</p>";

        assertThat(html(page, Charset.forName("windows-1251"))).isEqualTo(page);
    }

    @Test
    void takesAWordOrTwoForWesternEuropean() {
        assertThat(text("The caf\u00e9 is closed", ISO_8859_1)).isEqualTo("The café is closed");
        assertThat(text("\u0093Rain\u0094 stops play", ISO_8859_1)).isEqualTo("“Rain” stops play");
    }

    @Test
    void readsUtf16WithoutByteOrderMark() {
        assertThat(html("<p>" + FRENCH + "</p>", UTF_16LE)).isEqualTo("<p>" + FRENCH + "</p>");
        assertThat(html("<p>" + FRENCH + "</p>", UTF_16BE)).isEqualTo("<p>" + FRENCH + "</p>");
    }

    @Test
    void readsTheSevenBitsOfIso2022Jp() {
        String page = "<meta charset=iso-2022-jp><p>" + JAPANESE;

        assertThat(html(page, Charset.forName("ISO-2022-JP"))).isEqualTo(page);
    }

    @Test
    void doesNotReadDeclarationsInTextDumps() {
        String dump = "Write <meta charset=koi8-r> first. " + FRENCH;

        assertThat(text(dump, Charset.forName("windows-1252"))).isEqualTo(dump);
    }

    @Test
    void replacesALoneSurrogate() {
        byte[] cesu = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, 'b'};
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE, 0x3D, (byte) 0xD8, 'b', 0};

        assertThat(DecodedText.of(cesu, DocumentFormat.TEXT, null)).matches("a[^\\ud800-\\udfff]+b");
        assertThat(DecodedText.of(utf16, DocumentFormat.TEXT, null)).isEqualTo("\uFFFDb");
    }

    @Test
    void removesControlCharactersThatTheBytesHold() {
        assertThat(text("\uFEFFa\0b\u001b[31mc\u0085d\r\ne", UTF_8)).isEqualTo("ab[31mcd\ne");
    }

    @Test
    void givesCleanTextForAnyBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            for (DocumentFormat format : DocumentFormat.values()) {
                String text = DecodedText.of(bytes, format, null);
                assertThat(CleanText.of(text)).isSameAs(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<", "<meta ", "<meta charset=", "<!--", "<a b=\"", "<meta content='charset' ", "<?xml encoding"
            })
    void readsPagesThatAreNothingButUnfinishedMarkup(String markup) {
        String page = markup.repeat(20_000) + "é";

        assertThat(html(page, UTF_8).equals(page)).isTrue();
        assertThat(html(page, ISO_8859_1).endsWith("é")).isTrue();
    }

    private static void assertDetected(String text, String charset) {
        String page = "<html><head><title>News</title></head><body class=\"page\"><p>" + text + "</p></body></html>";
        assertThat(text(text, Charset.forName(charset))).as(charset).isEqualTo(text);
        assertThat(html(page, Charset.forName(charset))).as(charset).isEqualTo(page);
    }

    private static String html(String page, Charset charset) {
        return new RawDocument(0, DocumentFormat.HTML, page.getBytes(charset), null, null).text();
    }

    private static String text(String dump, Charset charset) {
        return new RawDocument(0, DocumentFormat.TEXT, dump.getBytes(charset), null, null).text();
    }
}
