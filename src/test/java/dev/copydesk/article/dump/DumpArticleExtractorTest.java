package dev.copydesk.article.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpArticleExtractorTest {

    private static final String FIRST =
            "The bakers of Lower Wick have agreed to light their ovens an hour later, so that the street can sleep.";
    private static final String SECOND =
            "The agreement was reached on Monday after a long evening in the parish hall, the council said.";
    private static final String THIRD =
            "It will be tried for three months, and the neighbours have promised to buy their bread in the street.";
    private static final String TEXT = FIRST + "\n\n" + SECOND + "\n\n" + THIRD + "\n";

    @Test
    void readsABulletThatStandsAloneAtTheEdgeOfWrappedText() {
        String wrapped = ("word ".repeat(14) + "words\n").repeat(6);
        String bullet = " ".repeat(73) + "*\n" + " ".repeat(74) + "and on\n";

        assertThat(DumpLines.of(wrapped + "\n" + bullet).all())
                .extracting(DumpLine::text)
                .last()
                .isEqualTo("and on");
    }

    @Test
    void dropsMenusAboveAndFootersBelowTheText() {
        Article article = article("Home\nNews\nSport\n\nBakers sleep longer\n\n" + TEXT
                + "\nPrivacy policy\nContact us\n\n© 2019 Wick Weekly. All rights reserved.\n");

        assertThat(article.title()).isEqualTo("Bakers sleep longer");
        assertThat(article.site()).isEqualTo("Wick Weekly");
        assertThat(article.paragraphs()).extracting(Paragraph::text).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void givesTheCanonicalAddressOfTheCrawl() {
        byte[] payload = ("Bakers sleep longer\n\n" + TEXT).getBytes(StandardCharsets.UTF_8);
        String fetched = "https://wick.example/bakers-sleep-longer?utm_source=feed#top";

        assertThat(new DumpArticleExtractor().extract(new RawDocument(0, DocumentFormat.TEXT, payload, fetched, null)))
                .isInstanceOfSatisfying(
                        Extraction.Extracted.class,
                        extracted -> assertThat(extracted.article().url())
                                .isEqualTo("https://wick.example/bakers-sleep-longer"));
    }

    @Test
    void dropsWhatReadersWrote() {
        Article article = article(
                "Bakers sleep longer\n\n" + TEXT
                        + FIRST.replace("bakers", "butchers") + "\n" + SECOND.replace("agreement", "other agreement")
                        + "\n"
                        + "\n2 Comments\n\nA reader\nI have lived in the street for years and I never heard the ovens at all, to be honest.\n");

        assertThat(article.paragraphs()).extracting(Paragraph::text).noneMatch(text -> text.contains("I have lived"));
    }

    @Test
    void takesTheHeadlineOutOfThePagesTitle() {
        Article article = article("Bakers sleep longer | Wick Weekly\n\nHome\n\nBakers sleep longer\n\n" + TEXT);

        assertThat(article.title()).isEqualTo("Bakers sleep longer");
        assertThat(article.site()).isEqualTo("Wick Weekly");
    }

    @Test
    void readsTheHeadlineWhereTheFirstLineIsItsSlug() {
        Article article = article("bakers of lowerwick sleep longer\n\nBakers of Lower-Wick sleep longer\n\n" + TEXT);

        assertThat(article.title()).isEqualTo("Bakers of Lower-Wick sleep longer");
    }

    @Test
    void readsAuthorsAndBothDates() {
        Article article = article("Bakers sleep longer\n\nBy Ada Finch and Tom Ley\n"
                + "Published: 5 March 2019 10:15 GMT\nLast updated: 6 March 2019\n\n" + TEXT);

        assertThat(article.authors()).containsExactly("Ada Finch", "Tom Ley");
        assertThat(ArticleFields.iso(article.published())).isEqualTo("2019-03-05T10:15:00Z");
        assertThat(ArticleFields.iso(article.modified())).isEqualTo("2019-03-06");
    }

    @Test
    void makesUpNoDateFromAClockTime() {
        Article article = article("Bakers sleep longer\n\nLast Updated : GMT 05:17:37\n\n" + TEXT);

        assertThat(article.published()).isNull();
        assertThat(article.modified()).isNull();
    }

    @Test
    void readsTheDatelineInFrontOfTheText() {
        Article article = article("Bakers sleep longer\n\nLOWER WICK (Reuters) - " + TEXT);

        assertThat(article.dateline()).isEqualTo(new Dateline("LOWER WICK", "Reuters"));
        assertThat(article.paragraphs().get(0).text()).endsWith(FIRST);
    }

    @Test
    void joinsTheLinesThatW3mWrapped() {
        String wrapped = """
                Bakers sleep longer

                The bakers of Lower Wick have agreed to light their ovens an hour later, so that
                the street can sleep, and they will start with the first Monday of the month of
                May, when the days are long and the customers are patient, the guild has said in
                a letter.

                The agreement was reached after a long evening in the parish hall, where tea was
                served and where nobody raised his voice, as several of those who were there had
                told us.

                  • The ovens are lit at five in the morning from the month of May until the end
                    of September.
                """;

        Article article = article(wrapped);

        assertThat(article.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Kind.BODY, Kind.BODY, Kind.LIST_ITEM);
        assertThat(article.paragraphs().get(0).text())
                .startsWith("The bakers")
                .contains("so that the street")
                .endsWith("a letter.");
        assertThat(article.paragraphs().get(2).text()).endsWith("until the end of September.");
    }

    @Test
    void tellsHeadingsQuotesAndListsOfALynxDump() {
        Article article = article("     * Home\n     * News\n\nBakers sleep longer\n\n   " + FIRST
                + "\n\n     Nobody should have to choose between fresh bread and a good night, said the guild.\n\n"
                + "What will change\n\n   " + SECOND
                + "\n     * Ovens are lit at five\n     * Doors open at seven\n\n   "
                + THIRD + "\n");

        assertThat(article.title()).isEqualTo("Bakers sleep longer");
        assertThat(article.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(
                        Kind.BODY, Kind.QUOTE, Kind.HEADING, Kind.BODY, Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.BODY);
    }

    @Test
    void tellsCaptionsFromText() {
        Article article = article("Bakers sleep longer\n\nAn oven in Lower Wick (Photo: Ley)\n\n" + TEXT);

        assertThat(article.paragraphs().get(0))
                .isEqualTo(new Paragraph(Kind.CAPTION, "An oven in Lower Wick (Photo: Ley)"));
    }

    @Test
    void pairsTitlesWithTheDatesAboveThem() {
        Article article = article(
                "Bakers sleep longer\n\n" + TEXT
                        + "\nName *\n\nGMT 10:18 2016 Wednesday ,23 March\n\nMillers don\\'t agree\n\n"
                        + "GMT 08:06 2018 Sunday ,14 January\n\nSalt is scarce again\n\nGMT 06:15 2018 Tuesday ,23 January\n\nRye or wheat\n");

        assertThat(article.relatedLinks())
                .containsExactly(
                        new RelatedLink("Millers don't agree", null, instant("2016-03-23T10:18:00Z")),
                        new RelatedLink("Salt is scarce again", null, instant("2018-01-14T08:06:00Z")),
                        new RelatedLink("Rye or wheat", null, instant("2018-01-23T06:15:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Related", "Read more", "Most read", "More on this story", "Lesen Sie auch", "À lire aussi"})
    void readsTitlesUnderTheUsualHeadings(String heading) {
        Article article = article("Bakers sleep longer\n\n" + TEXT + "\n" + heading
                + "\n\n* Millers do not agree with bakers\n* Salt is scarce again in Wick\n\n© 2019 Wick Weekly\n");

        assertThat(article.relatedLinks())
                .extracting(RelatedLink::title)
                .containsExactly("Millers do not agree with bakers", "Salt is scarce again in Wick");
        assertThat(article.paragraphs()).hasSize(3);
    }

    @Test
    void keepsAListOfLinksInsideTheTextOutOfIt() {
        Article article = article("Bakers sleep longer\n\n" + FIRST
                + "\n\nRead also\n\nMillers do not agree with bakers\n\n" + SECOND + "\n\n" + THIRD + "\n");

        assertThat(article.paragraphs()).extracting(Paragraph::text).containsExactly(FIRST, SECOND, THIRD);
        assertThat(article.relatedLinks())
                .extracting(RelatedLink::title)
                .containsExactly("Millers do not agree with bakers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "Home\nNews\nSport\n\nLog in\n", "* * *\n____\n[logo.png]\n"})
    void rejectsADumpWithoutText(String text) {
        assertThat(extract(text))
                .isInstanceOfSatisfying(
                        Extraction.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("NO_ARTICLE_TEXT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "(",
                "-",
                "a",
                "a b ",
                "GMT 10:18 2016 Wednesday ,23 March\n",
                "Related\n",
                "Name *\n",
                "* x\n",
                "\ud83d\ude00 ",
                "[a.b] ",
                "1.1.",
                "By A ",
            })
    void bearsEndlessRepetition(String piece) {
        assertThat(extract(piece.repeat(200_000))).isNotNull();
    }

    private static PublicationDate instant(String iso) {
        return PublicationDate.ofInstant(OffsetDateTime.parse(iso));
    }

    private static Article article(String text) {
        return ArticleFields.extract(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Extraction extract(String text) {
        return new DumpArticleExtractor()
                .extract(new RawDocument(0, DocumentFormat.TEXT, text.getBytes(StandardCharsets.UTF_8), null, null));
    }
}
