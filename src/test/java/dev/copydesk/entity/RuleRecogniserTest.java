package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleRecogniserTest {

    @Test
    void takesAnUnknownTownForAPlaceBecauseOfItsCue() {
        assertThat(Tagged.byRules("Rebels held the town of Zarat Kemal for weeks.")
                        .locations())
                .containsExactly("Zarat Kemal");
        assertThat(Tagged.byRules("They crossed into Belmora province at dawn.").locations())
                .containsExactly("Belmora");
        assertThat(Tagged.byRules("Two bridges span the Ostra River there.").locations())
                .containsExactly("Ostra River");
    }

    @Test
    void givesAStringOneTypeInTheWholeArticle() {
        Tagged tagged = Tagged.byRules(
                "Soldiers entered the town of Zarat Kemal on Monday.", "Zarat Kemal has been empty since the flood.");
        assertThat(tagged.locations()).containsExactly("Zarat Kemal", "Zarat Kemal");
        assertThat(tagged.persons()).isEmpty();
    }

    @Test
    void knowsPersonsByTitleRoleSpeechAndApposition() {
        assertThat(Tagged.byRules("The plan was drawn up by President Oduya Temba last year.")
                        .persons())
                .containsExactly("Oduya Temba");
        assertThat(Tagged.byRules("“We are tired,” said Marek Volny, 41, who sells fruit.")
                        .persons())
                .containsExactly("Marek Volny");
        assertThat(Tagged.byRules("The club's coach Teodor Halme resigned.").persons())
                .containsExactly("Teodor Halme");
    }

    @Test
    void leavesTitlesDaysAndMonthsOutOfNames() {
        Tagged tagged = Tagged.byRules("On Wednesday Prime Minister Robert Kallas met Sheikh Hamad in March 2011.");
        assertThat(tagged.persons()).containsExactly("Robert Kallas", "Hamad");
        assertThat(tagged.mentions()).hasSize(2);
    }

    @Test
    void knowsOrganisationsByHeadWordAndKeepsLongNamesWhole() {
        assertThat(Tagged.byRules(
                                "The Northern Observatory for Press Freedom and the Ministry of Health and Welfare agreed.")
                        .organizations())
                .containsExactly("Northern Observatory for Press Freedom", "Ministry of Health and Welfare");
        assertThat(Tagged.byRules("He joined the University of Kelmor and later Brandt & Sohn Ltd.")
                        .organizations())
                .containsExactly("University of Kelmor", "Brandt & Sohn Ltd.");
    }

    @Test
    void takesNationalitiesForMiscNotPlaces() {
        Tagged tagged = Tagged.byRules("Syrian and Russian forces left, a South Korean diplomat said.");
        assertThat(tagged.misc()).containsExactly("Syrian", "Russian", "South Korean");
        assertThat(tagged.locations()).isEmpty();
    }

    @Test
    void marksOnlyTheNameInHyphenatedWords() {
        Tagged tagged = Tagged.byRules("The US-led coalition left the Daesh-held town.");
        assertThat(tagged.locations()).containsExactly("US");
        assertThat(tagged.organizations()).containsExactly("Daesh");
    }

    @Test
    void doesNotTakeOrdinaryWordsAtSentenceStartsForNames() {
        assertThat(Tagged.byRules("Troops moved north. Heavy fighting went on. Troubling signs emerged, they said.")
                        .mentions())
                .isEmpty();
        assertThat(Tagged.byRules("Advance units waited; the advance was slow.").mentions())
                .isEmpty();
    }

    @Test
    void isCautiousInHeadlinesButKnowsWhatTheArticleKnows() {
        Tagged tagged = Tagged.byRules(
                "ARMY TELLS US WHO WON IN ZARAT KEMAL AND IRAQ",
                "Army Takes Zarat Kemal After Long Fight",
                "The army took the town of Zarat Kemal.");
        assertThat(tagged.locations()).containsExactly("ZARAT KEMAL", "IRAQ", "Zarat Kemal", "Zarat Kemal");
        assertThat(tagged.mentions()).hasSize(4);
    }

    @Test
    void readsTextThatIsTokenisedByBlanks() {
        Tagged tagged = Tagged.byRules("Mr. Assad 's army , backed by Russia , left Homs .");
        assertThat(tagged.persons()).containsExactly("Assad");
        assertThat(tagged.locations()).containsExactly("Russia", "Homs");
    }

    @Test
    void countsOffsetsInCodePointsBehindEmojiAndArabic() {
        Tagged tagged = Tagged.byRules("😀🇸🇾 عاجل : clashes near Homs, Syria’s third city");
        assertThat(tagged.mentions())
                .extracting(LinkedMention::mention)
                .containsExactly(
                        new Mention(1, 24, 28, "Homs", EntityType.LOCATION),
                        new Mention(1, 30, 35, "Syria", EntityType.LOCATION));
    }

    @Test
    void foldsPlacesOfOtherLanguagesUnderTheEnglishName() {
        Tagged german = Tagged.in("de", "In Syrien und Köln sprach Angela Merkel mit dem Bürgermeister der Stadt.");
        assertThat(german.names("Syrien")).containsExactly("Syria");
        assertThat(german.names("Köln")).containsExactly("Cologne");
        assertThat(german.persons()).containsExactly("Angela Merkel");
        assertThat(german.mentions()).hasSize(3);
        Tagged french = Tagged.in("fr", "L'Irak et l'ONU, selon l’AFP, à Alep");
        assertThat(french.names("Irak")).containsExactly("Iraq");
        assertThat(french.names("ONU")).containsExactly("United Nations");
        assertThat(french.names("AFP")).containsExactly("AFP");
        assertThat(french.names("Alep")).containsExactly("Aleppo");
        assertThat(Tagged.in("es", "El Estado Islámico huyó de Siria.").names("Estado Islámico"))
                .containsExactly("Daesh");
    }

    @Test
    void findsArabicNamesBehindPrefixesWithTheNamesOwnOffsets() {
        Tagged tagged = Tagged.in("ar", "قال حزب الله إن داعش انسحب من سوريا والعراق وبدمشق");
        assertThat(tagged.organizations()).containsExactly("حزب الله", "داعش");
        assertThat(tagged.locations()).containsExactly("سوريا", "العراق", "دمشق");
        assertThat(tagged.names("دمشق")).containsExactly("Damascus");
        assertThat(tagged.mentions().get(3).mention().start()).isEqualTo(37);
    }

    @Test
    void doesNotGuessInALanguageItHasNoRulesFor() {
        assertThat(Tagged.in("de", "Die Regierung hat am Montag den Haushalt im Bundesrat verteidigt.")
                        .mentions())
                .isEmpty();
        assertThat(Tagged.in("tl", "Si Maringal Dakila ay pumunta sa palengke.").mentions())
                .isEmpty();
    }

    @Test
    void readsATextWithoutLanguageAsEnglishOnlyIfItReadsLikeIt() {
        assertThat(Tagged.in(null, "The army moved to the town of Zarat Kemal in the north of the country.")
                        .locations())
                .containsExactly("Zarat Kemal");
        assertThat(Tagged.in(null, "Zarat Kemal ligger ikke langt fra grensen.").mentions())
                .isEmpty();
    }

    @Test
    void survivesHostileText() {
        List<String> texts = List.of(
                "X".repeat(1_000_000),
                "Xy ".repeat(200_000),
                "Bank of ".repeat(100_000),
                "Al-".repeat(200_000),
                "United ".repeat(100_000),
                "U.".repeat(200_000),
                "'s".repeat(200_000),
                "\ud83d\ude00".repeat(100_000),
                "\ud83d".repeat(100_000),
                "",
                " ");
        for (String text : texts) {
            assertThat(new EntityTagger().tag(List.of(text, text), "en")).isNotNull();
            assertThat(new EntityTagger().tag(List.of(text), "fr")).isNotNull();
            assertThat(new EntityTagger().tag(List.of(text), "ar")).isNotNull();
        }
    }

    @Test
    void foldsManyPersonsOfOneFamilyNameInBoundedWork() {
        String text = IntStream.range(0, 40_000)
                .mapToObj(i -> "Mr. " + word(i) + " Kallas met Kallas.")
                .collect(Collectors.joining(" "));
        assertThat(new EntityTagger().tag(List.of(text), "en").mentions()).hasSizeGreaterThan(60_000);
    }

    @Test
    void givesTheSameToManyThreads() throws Exception {
        EntityTagger tagger = new EntityTagger();
        List<String> article = List.of("Rebels in Iraq met Bashar Assad.", "Assad spoke to the UN in Geneva.");
        TaggedText expected = tagger.tag(article, "en");
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<TaggedText>> results = Stream.generate(() -> pool.submit(() -> tagger.tag(article, "en")))
                    .limit(200)
                    .toList();
            for (Future<TaggedText> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("Q");
        for (int rest = number; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.append('o').toString();
    }
}
