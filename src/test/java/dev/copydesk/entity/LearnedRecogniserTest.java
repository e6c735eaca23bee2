package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedRecogniserTest {

    @Test
    void tellsPersonsPlacesAndOrganisationsThatNoListKnows() {
        Tagged tagged =
                Tagged.english("Marta Quillfeather moved from Orrowby to Norwich last year, said the chairman of"
                        + " Quayside Holdings Ltd on Monday.");

        assertThat(tagged.persons()).containsExactly("Marta Quillfeather");
        assertThat(tagged.locations()).containsExactly("Orrowby", "Norwich");
        assertThat(tagged.organizations()).containsExactly("Quayside Holdings Ltd");
    }

    @Test
    void takesAnUnknownTownForAPlaceThroughoutTheArticleWhereOneCueTells() {
        Tagged tagged = Tagged.english(
                "Troops entered the town of Albu Kamal on Monday.",
                "Albu Kamal lies by the river. The army lost Albu Kamal a year ago, and returned to Albu Kamal in spring.");

        assertThat(tagged.locations()).containsOnly("Albu Kamal").hasSize(4);
        assertThat(tagged.persons()).isEmpty();
    }

    @Test
    void keepsALongNameInOnePiece() {
        Tagged tagged = Tagged.english("The Northern Observatory for Human Rights said that the report was late.");

        assertThat(tagged.organizations()).containsExactly("Northern Observatory for Human Rights");
    }

    @Test
    void foldsTheFamilyNameUnderTheFullName() {
        Tagged tagged = Tagged.english("Bashar Assad spoke on Monday.", "Mr. Assad 's army had left, Assad said.");

        assertThat(tagged.persons()).containsExactly("Bashar Assad", "Assad", "Assad");
        assertThat(tagged.names("Assad")).containsOnly("Bashar Assad");
    }

    @Test
    void leavesOtherLanguagesToTheRules() {
        List<String> german =
                List.of("Die Regierung in Berlin hat am Montag ein neues Gesetz über die Häfen vorgelegt.");

        assertThat(new LearnedRecogniser().recognise(german, "de"))
                .isEqualTo(new RuleRecogniser().recognise(german, "de"));
    }

    @Test
    void readsTextWithoutWordsAndEndlessSentences() {
        assertThat(new LearnedRecogniser()
                        .recognise(List.of("", "   ", "...", "—"), "en")
                        .mentions())
                .isEmpty();
        assertThat(new LearnedRecogniser()
                        .recognise(List.of("and the word ".repeat(20_000)), "en")
                        .mentions())
                .isEmpty();
    }
}
