package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags paragraphs for a test and checks on the way what holds of all mentions. */
final class Tagged {

    private final List<LinkedMention> mentions;

    private Tagged(List<LinkedMention> mentions) {
        this.mentions = mentions;
    }

    /** English text, read as loads read it. */
    static Tagged english(String... paragraphs) {
        return of(new EntityTagger(), "en", paragraphs);
    }

    /** English text, read by rules alone. */
    static Tagged byRules(String... paragraphs) {
        return in("en", paragraphs);
    }

    /** Text of any language, read by rules alone. */
    static Tagged in(@Nullable String language, String... paragraphs) {
        return of(new EntityTagger(new RuleRecogniser()), language, paragraphs);
    }

    private static Tagged of(EntityTagger tagger, @Nullable String language, String... paragraphs) {
        List<LinkedMention> mentions = tagger.tag(List.of(paragraphs), language).mentions();
        int paragraph = 0;
        int end = 0;
        for (LinkedMention linked : mentions) {
            Mention mention = linked.mention();
            end = mention.paragraph() == paragraph ? end : 0;
            paragraph = mention.paragraph();
            assertThat(mention.start()).isGreaterThanOrEqualTo(end).isLessThan(mention.end());
            end = mention.end();
            String text = paragraphs[paragraph - 1];
            int from = text.offsetByCodePoints(0, mention.start());
            int to = text.offsetByCodePoints(0, mention.end());
            assertThat(mention.surface()).isEqualTo(text.substring(from, to));
            assertThat(linked.canonicalName()).isNotBlank();
        }
        return new Tagged(mentions);
    }

    List<LinkedMention> mentions() {
        return mentions;
    }

    List<String> persons() {
        return surfaces(EntityType.PERSON);
    }

    List<String> organizations() {
        return surfaces(EntityType.ORGANIZATION);
    }

    List<String> locations() {
        return surfaces(EntityType.LOCATION);
    }

    List<String> misc() {
        return surfaces(EntityType.MISC);
    }

    List<String> surfaces(EntityType type) {
        return mentions.stream()
                .map(LinkedMention::mention)
                .filter(mention -> mention.type() == type)
                .map(Mention::surface)
                .toList();
    }

    /** The canonical names of a surface form, each once. */
    List<String> names(String surface) {
        return mentions.stream()
                .filter(linked -> linked.mention().surface().equals(surface))
                .map(LinkedMention::canonicalName)
                .distinct()
                .toList();
    }
}
