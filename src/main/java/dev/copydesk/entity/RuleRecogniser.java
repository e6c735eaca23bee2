package dev.copydesk.entity;

import dev.copydesk.document.TimeBudget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by rules: known names in any language; in English also capitalised words with their cues and the agreement
 * of a string across the article; in other languages only what their use of capitals allows. Holds no state, so any
 * number of threads may share one.
 */
public final class RuleRecogniser implements Recogniser {

    @Override
    public Recognition recognise(List<String> paragraphs, @Nullable String language) {
        return recognise(new DocumentText(paragraphs, language), language);
    }

    /** What is found in an article that is cut into tokens already. */
    Recognition recognise(DocumentText document, @Nullable String language) {
        Gazetteer gazetteer = Gazetteer.of(language);
        Languages kind = Languages.of(language, document.paragraphs());
        Coverage coverage =
                kind == Languages.PREFIXED || kind == Languages.OTHER ? Coverage.KNOWN_NAMES : Coverage.RULES;
        return new Recognition(
                coverage,
                WithoutOverlap.of(
                        kind == Languages.ENGLISH ? english(document, gazetteer) : foreign(document, gazetteer, kind)));
    }

    private static List<Mention> english(DocumentText document, Gazetteer gazetteer) {
        List<Candidate> candidates = EnglishNames.find(document, gazetteer);
        for (Candidate candidate : candidates) {
            TimeBudget.check();
            EnglishCues.weigh(document.paragraphs().get(candidate.paragraph), gazetteer, candidate);
        }
        DocumentAgreement agreement = new DocumentAgreement(document, candidates);
        List<Mention> mentions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            EntityType type = agreement.typeOf(candidate);
            if (type != null) {
                mentions.add(document.mention(candidate.paragraph, candidate.from, candidate.to, type));
            }
        }
        Headlines headlines = new Headlines(document, gazetteer, agreement.decided());
        for (int i = 0; i < document.paragraphs().size(); i++) {
            if (document.casing(i) != Casing.SENTENCE) {
                mentions.addAll(headlines.find(i));
            }
        }
        return mentions;
    }

    private static List<Mention> foreign(DocumentText document, Gazetteer gazetteer, Languages kind) {
        KnownNamesOnly known = new KnownNamesOnly(document, gazetteer, kind == Languages.PREFIXED);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < document.paragraphs().size(); i++) {
            TimeBudget.check();
            mentions.addAll(known.find(i));
        }
        if (kind == Languages.NAMES_CAPITALISED || kind == Languages.NOUNS_CAPITALISED) {
            mentions.addAll(new ForeignNames(document, gazetteer, kind == Languages.NOUNS_CAPITALISED).find());
        }
        return mentions;
    }
}
