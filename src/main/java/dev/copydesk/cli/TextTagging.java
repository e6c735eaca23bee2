package dev.copydesk.cli;

import dev.copydesk.article.Language;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.entity.LinkedMention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Tags documents of plain text, in which a line is a paragraph and a blank line ends a document. */
final class TextTagging {

    /** A longer document is read in pieces, so that memory has a bound. */
    private static final int MAX_PARAGRAPHS = 1_000;

    private static final int MAX_CHARACTERS = 2_000_000;

    /** A language is told from no less text; shorter documents are taken for English. */
    private static final int FEWEST_CHARACTERS = 200;

    private final @Nullable String language;
    private final PrintWriter out;
    private final ObjectMapper json = JsonMapper.builder().build();
    private final EntityTagger tagger = new EntityTagger();

    /** @param language ISO 639-1 code, or null to tell it from each document */
    TextTagging(@Nullable String language, PrintWriter out) {
        this.language = language;
        this.out = out;
    }

    /** Prints an object for each paragraph, in order. */
    void tag(BufferedReader lines) throws IOException {
        List<String> document = new ArrayList<>();
        int characters = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || document.size() == MAX_PARAGRAPHS || characters > MAX_CHARACTERS) {
                print(document);
                document.clear();
                characters = 0;
            }
            if (!line.isBlank()) {
                document.add(line);
                characters += line.length();
            }
        }
        print(document);
        out.flush();
    }

    private void print(List<String> document) {
        List<List<LinkedMention>> mentions = new ArrayList<>();
        document.forEach(paragraph -> mentions.add(new ArrayList<>()));
        for (LinkedMention mention : tagger.tag(document, language == null ? told(document) : language)
                .mentions()) {
            mentions.get(mention.mention().paragraph() - 1).add(mention);
        }
        for (int i = 0; i < document.size(); i++) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("text", document.get(i));
            object.put(
                    "mentions",
                    mentions.get(i).stream().map(ArticleJson::inParagraph).toList());
            out.println(json.writeValueAsString(object));
        }
    }

    private static String told(List<String> document) {
        String text = String.join("\n", document);
        String language = text.length() < FEWEST_CHARACTERS ? null : Language.detect(text);
        return language == null ? "en" : language;
    }
}
