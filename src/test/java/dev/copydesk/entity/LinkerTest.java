package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkerTest {

    @Test
    void foldsAFamilyNameUnderTheFirstFullNameOfTheArticle() {
        Tagged tagged = Tagged.byRules(
                "Bashar Assad spoke first.",
                "Mr. Assad's troops left.",
                "Later Maher Assad came.",
                "Then Assad slept.");
        assertThat(tagged.mentions())
                .extracting(LinkedMention::canonicalName)
                .containsExactly("Bashar Assad", "Bashar Assad", "Maher Assad", "Bashar Assad");
    }

    @Test
    void foldsAFamilyNameUnderAFullNameThatComesLater() {
        assertThat(link(person("Volny"), person("Marek Volny"))).containsExactly("Marek Volny", "Marek Volny");
    }

    @Test
    void foldsAShortFullNameUnderALongerOne() {
        assertThat(link(person("Joshua Volny"), person("Volny"), person("Joshua Abraham Volny")))
                .containsOnly("Joshua Abraham Volny");
    }

    @Test
    void overlooksArticlesInsideArabNames() {
        assertThat(link(person("Nizar al-Farsi"), person("Farsi"), person("al-Farsi")))
                .containsOnly("Nizar al-Farsi");
    }

    @Test
    void foldsAnAcronymUnderTheOneLongNameWithItsInitials() {
        assertThat(link(organization("Northern Press Council"), organization("NPC")))
                .containsOnly("Northern Press Council");
        assertThat(link(organization("Northern Press Council"), organization("New Port Company"), organization("NPC")))
                .endsWith("NPC");
    }

    @Test
    void foldsAnAcronymUnderTheLongNameThatIntroducesIt() {
        Tagged tagged = Tagged.byRules(
                "He led the Bureau of Kelmor Transport Safety (BUKTRAS) for years.", "Then BUKTRAS was closed.");
        assertThat(tagged.names("BUKTRAS")).containsExactly("Bureau of Kelmor Transport Safety");
    }

    @Test
    void foldsPartOfAnOrganisationUnderTheWholeUnlessThereAreTwo() {
        assertThat(link(organization("Kelmor Observatory for Peace"), organization("Observatory")))
                .containsOnly("Kelmor Observatory for Peace");
        assertThat(link(
                        organization("Kelmor Observatory for Peace"),
                        organization("Observatory of Winds"),
                        organization("Observatory")))
                .endsWith("Observatory");
    }

    @Test
    void foldsKnownAliasesUnderTheCanonicalName() {
        assertThat(link(
                        organization("ISIS"),
                        organization("Islamic State"),
                        organization("the Daesh"),
                        organization("U.N.")))
                .containsExactly("Daesh", "Daesh", "Daesh", "United Nations");
        assertThat(link(location("U.S."), location("UK"), location("Kiev"), location("Türkiye")))
                .containsExactly("United States", "United Kingdom", "Kyiv", "Turkey");
    }

    @Test
    void dropsThePossessiveAndPrefersTheSpellingWithSmallLetters() {
        assertThat(link(location("ZARAT KEMAL"), location("Zarat Kemal's"), location("the Zarat Kemal")))
                .containsOnly("Zarat Kemal");
    }

    @Test
    void keepsAPersonAndAPlaceOfOneNameApart() {
        assertThat(link(person("Bill Clinton"), location("Clinton"))).containsExactly("Bill Clinton", "Clinton");
    }

    @Test
    void keepsTitlesAndDegreesOutOfThePersonsName() {
        assertThat(link(person("Joshua Volny"), person("President Volny"), person("Joshua Volny PhD")))
                .containsOnly("Joshua Volny");
    }

    @Test
    void takesAPersonsNamesInEitherOrder() {
        assertThat(link(person("Kenji Tamura"), person("Tamura Kenji"), person("Tamura")))
                .containsOnly("Kenji Tamura");
    }

    @Test
    void foldsTheCityOfANameUnderTheName() {
        assertThat(link(location("City of Zarat"), location("Zarat"), location("Zarat Island")))
                .containsOnly("Zarat");
    }

    @Test
    void readsSpacedInitialsAsAnAcronym() {
        assertThat(link(location("U. S."), location("U.S"), location("U.S."))).containsOnly("United States");
    }

    @Test
    void saysByWhichRuleAMentionWasLinked() {
        assertThat(Linker.link(
                        List.of(
                                person("Marek Volny"),
                                person("Volny"),
                                location("Britain"),
                                organization("Northern Press Council"),
                                organization("New Port Company"),
                                organization("NPC"),
                                organization("Press Council")),
                        "en"))
                .extracting(LinkedMention::rule)
                .containsExactly(
                        LinkRule.AS_WRITTEN,
                        LinkRule.PART_OF_PERSON,
                        LinkRule.KNOWN_NAME,
                        LinkRule.AS_WRITTEN,
                        LinkRule.AS_WRITTEN,
                        LinkRule.AMBIGUOUS,
                        LinkRule.PART_OF_NAME);
    }

    @Test
    void saysWhenAFamilyNameCouldMeanSeveralPersons() {
        assertThat(Linker.link(List.of(person("Bashar Volny"), person("Maher Volny"), person("Volny")), "en"))
                .last()
                .extracting(LinkedMention::canonicalName, LinkedMention::rule)
                .containsExactly("Bashar Volny", LinkRule.FIRST_PERSON);
    }

    private static List<String> link(Mention... mentions) {
        return Linker.link(List.of(mentions), "en").stream()
                .map(LinkedMention::canonicalName)
                .toList();
    }

    private static Mention person(String surface) {
        return mention(surface, EntityType.PERSON);
    }

    private static Mention organization(String surface) {
        return mention(surface, EntityType.ORGANIZATION);
    }

    private static Mention location(String surface) {
        return mention(surface, EntityType.LOCATION);
    }

    private static Mention mention(String surface, EntityType type) {
        return new Mention(1, 0, surface.length(), surface, type);
    }
}
