package dev.copydesk.article.html;

import dev.copydesk.article.Byline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who wrote an article: the first source that names somebody. */
final class AuthorChoice {

    private static final int MAX_BYLINE = 200;

    private AuthorChoice() {}

    /** Clean names in order, none twice; empty when unknown. */
    static List<String> choose(Page page, StructuredArticle structured) {
        Declarations declared = page.declared();
        for (List<String> source : List.of(
                structured.authors(),
                declared.metas("author"),
                declared.metas("parsely-author"),
                declared.metas("sailthru.author"),
                declared.metas("article:author"),
                declared.metas("article:author_name"),
                declared.metas("dc.creator"),
                declared.metas("dcterms.creator"),
                declared.metas("byl"),
                declared.metas("cxenseparse:author"),
                texts(declared.items("author")),
                texts(declared.credits()),
                bylines(page))) {
            List<String> names = names(source);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> texts(List<Declarations.Declared> declared) {
        List<String> texts = new ArrayList<>();
        for (Declarations.Declared each : declared) {
            texts.add(each.text().isEmpty() ? each.value() : each.text());
        }
        return texts;
    }

    private static List<String> bylines(Page page) {
        List<String> near = new ArrayList<>();
        for (Block block : page.blocks()) {
            int roles = block.inlineRoles
                    | block.container.roles
                    | (block.container.parent == null ? 0 : block.container.parent.roles);
            if (Role.BYLINE.in(roles) && block.text.length() <= MAX_BYLINE && near.size() < 5) {
                near.add(block.text);
            }
        }
        return near.isEmpty() ? List.of() : List.of(near.get(0));
    }

    private static List<String> names(List<String> raw) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String text : raw) {
            if (text.contains("://") || text.length() > 500) {
                continue;
            }
            for (String name : Byline.names(text)) {
                names.putIfAbsent(TextShape.loose(name), name);
            }
        }
        return List.copyOf(names.values());
    }
}
