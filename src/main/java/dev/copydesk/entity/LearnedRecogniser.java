package dev.copydesk.entity;

import dev.copydesk.article.learning.TrainedModel;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.entity.crf.CrfModel;
import dev.copydesk.entity.crf.Labels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in English by a conditional random field that was trained on labelled news, whose answers are made to agree
 * across the article and with the known names; in other languages by rules. Holds no state of its own, so any number of
 * threads may share one.
 */
public final class LearnedRecogniser implements Recogniser {

    private static final String RESOURCE = "names.bin";

    /** A longer sentence is no sentence; it is read in pieces. */
    private static final int MAX_SENTENCE = 200;

    private static final EntityType[] TYPES = {
        EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION, EntityType.MISC
    };

    private final CrfModel model;
    private final RuleRecogniser others = new RuleRecogniser();

    /** A recogniser with the model that the build carries. */
    public LearnedRecogniser() {
        this(Shipped.MODEL);
    }

    LearnedRecogniser(CrfModel model) {
        this.model = model;
    }

    private static final class Shipped {
        static final CrfModel MODEL = TrainedModel.read(LearnedRecogniser.class, RESOURCE, CrfModel::read);
    }

    @Override
    public Recognition recognise(List<String> paragraphs, @Nullable String language) {
        DocumentText document = new DocumentText(paragraphs, language);
        if (Languages.of(language, document.paragraphs()) != Languages.ENGLISH) {
            return others.recognise(document, language);
        }
        List<NameSpan> spans = new ArrayList<>();
        for (int i = 0; i < document.paragraphs().size(); i++) {
            label(i, document.paragraphs().get(i), spans);
        }
        Gazetteer gazetteer = Gazetteer.of(language);
        SpanAgreement agreement = new SpanAgreement(document, gazetteer, spans);
        List<Mention> mentions = new ArrayList<>();
        for (NameSpan span : agreement.spans()) {
            if (document.casing(span.paragraph()) != Casing.UPPER) {
                mentions.add(document.mention(span.paragraph(), span.from(), span.to(), span.type()));
            }
        }
        Headlines headlines = new Headlines(document, gazetteer, agreement.decided());
        for (int i = 0; i < document.paragraphs().size(); i++) {
            if (document.casing(i) == Casing.UPPER) {
                mentions.addAll(headlines.find(i));
            }
        }
        return new Recognition(Coverage.MODEL, WithoutOverlap.of(mentions));
    }

    private void label(int paragraph, List<Token> tokens, List<NameSpan> spans) {
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size() || (tokens.get(i + 1).opensSentence() && endsSentence(tokens.get(i)));
            if (last || i + 1 - start == MAX_SENTENCE) {
                sentence(paragraph, tokens, start, i + 1, spans);
                start = i + 1;
            }
        }
    }

    private static boolean endsSentence(Token token) {
        return token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark("…");
    }

    private void sentence(int paragraph, List<Token> tokens, int start, int end, List<NameSpan> spans) {
        TimeBudget.check();
        int[] labels =
                model.label(tokens.subList(start, end).stream().map(Token::text).toList());
        int from = -1;
        for (int i = 0; i <= labels.length; i++) {
            int label = i == labels.length ? Labels.OUTSIDE : labels[i];
            if (from >= 0 && (label == Labels.OUTSIDE || Labels.begins(label))) {
                spans.add(new NameSpan(paragraph, start + from, start + i, TYPES[Labels.type(labels[from])]));
                from = -1;
            }
            from = Labels.begins(label) ? i : from;
        }
    }
}
