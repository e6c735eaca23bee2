package dev.copydesk.article.html;

import dev.copydesk.article.Byline;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.learning.TwoPassClassifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides block by block what belongs to the article, by the classifier's score and a few rules that hold on any page,
 * and which kind of paragraph a block is.
 */
final class BlockSelection {

    private static final double KEEP = 0.5;
    private static final int MAX_CREDIT = 140;
    private static final int MAX_KICKER = 30;
    private static final int MIN_STANDFIRST = 25;
    private static final int MAX_BYLINE = 80;
    private static final double LINKED = 0.3;
    private static final double ALL_LINKS = 0.9;

    private final Layout layout;
    private final Container body;
    private final String title;
    private final String description;
    private final List<Verdict> verdicts = new ArrayList<>();
    private int start;
    private boolean proseSeen;

    BlockSelection(Layout layout, Container body, @Nullable String title, @Nullable String description) {
        this.layout = layout;
        this.body = body;
        this.title = title == null ? "" : TextShape.loose(title);
        this.description = description == null ? "" : TextShape.loose(description);
    }

    /** A verdict on every block of the page, in page order. */
    List<Verdict> select(List<Block> blocks, BlockFeatures features, TwoPassClassifier classifier) {
        int headline = features.headline();
        start = headline >= 0 && headline < body.firstBlock ? headline : body.firstBlock;
        float[] scores = classifier.scores(features);
        for (Block block : blocks) {
            verdicts.add(
                    features.isCandidate(block.index)
                            ? judge(block, scores[block.index])
                            : new Verdict(block, null, Role.names(layout.boilerplate(block)), 0));
        }
        dropEmptyHeadings();
        return verdicts;
    }

    private Verdict judge(Block block, double score) {
        if (Phrases.isNoise(block.text) || Phrases.isCopyright(block.text)) {
            return new Verdict(block, null, "set phrase", score);
        }
        if (isCaption(block)) {
            boolean here = block.index >= start && block.index < body.endBlock && layout.boilerplate(block) == 0;
            return new Verdict(block, here || score >= KEEP ? Kind.CAPTION : null, "caption", score);
        }
        if (block.linkDensity() > LINKED && Phrases.startsReadAlso(block.text)) {
            return new Verdict(block, null, "read also", score);
        }
        if (score < KEEP) {
            return new Verdict(block, null, "score", score);
        }
        if (!proseSeen && isHeadline(block)) {
            return new Verdict(block, null, "title", score);
        }
        if (!proseSeen && isByline(block)) {
            return new Verdict(block, null, "byline", score);
        }
        if (block.links.size() > 1 && block.linkDensity() > ALL_LINKS && !block.container.inList) {
            return new Verdict(block, null, "links", score);
        }
        Kind kind = kind(block);
        proseSeen |= Layout.prose(block) > 0 && kind != Kind.LEDE;
        return new Verdict(block, kind, "score", score);
    }

    private Kind kind(Block block) {
        if (!proseSeen && isStandfirst(block)) {
            return Kind.LEDE;
        }
        if (block.isHeading()) {
            return Kind.HEADING;
        }
        if (block.container.inList) {
            return Kind.LIST_ITEM;
        }
        return block.container.inQuote ? Kind.QUOTE : Kind.BODY;
    }

    private boolean isStandfirst(Block block) {
        return block.text.length() >= MIN_STANDFIRST
                && (Role.STANDFIRST.in(layout.near(block))
                        || TextShape.loose(block.text).equals(description));
    }

    /** The title, perhaps with a kicker or a date on its line. */
    private boolean isHeadline(Block block) {
        if (title.isEmpty() || block.text.length() > title.length() * 2 + MAX_KICKER) {
            return false;
        }
        String loose = TextShape.loose(block.text);
        return loose.equals(title)
                || (title.length() > MAX_KICKER / 2
                        && loose.length() <= title.length() + MAX_KICKER
                        && loose.contains(title));
    }

    /** Names and little else. */
    private static boolean isByline(Block block) {
        if (block.isHeading() || block.text.length() > MAX_BYLINE) {
            return false;
        }
        int names = Byline.names(block.text).stream().mapToInt(String::length).sum();
        return names * 10 >= block.text.length() * 6;
    }

    private boolean isCaption(Block block) {
        return block.container.inCaption
                || block.container.inFigure
                || Role.CAPTION.in(layout.near(block))
                || isInPictureTable(block);
    }

    /** Old pages set a picture and its caption in a small table of their own. */
    private static boolean isInPictureTable(Block block) {
        Container table = block.container;
        while (table != null && !table.tag.equals("table")) {
            table = table.parent;
        }
        return table != null
                && table.parent != null
                && table.parent.row != null
                && table.hasImage
                && table.endBlock - table.firstBlock <= 2
                && TextShape.weight(block.text) < MAX_CREDIT;
    }

    /** A heading with nothing of its own before the next of its rank, or the end, announces what was dropped. */
    private void dropEmptyHeadings() {
        int openLevel = 0;
        boolean filled = false;
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            Verdict verdict = verdicts.get(i);
            if (verdict.kind() == Kind.HEADING) {
                int level = verdict.block().container.headingLevel;
                if (!filled && (openLevel == 0 || level >= openLevel)) {
                    verdicts.set(i, new Verdict(verdict.block(), null, "heading of nothing", verdict.score()));
                } else {
                    openLevel = level;
                    filled = false;
                }
            } else if (verdict.isKept() && verdict.kind() != Kind.CAPTION) {
                filled = true;
            }
        }
    }
}
