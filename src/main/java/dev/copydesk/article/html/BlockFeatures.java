package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.Pieces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the block classifier knows of a block before it knows the others' scores: its text, its markup, where it stands,
 * and what the page declares. Every value is a plain number; none depends on a site.
 */
final class BlockFeatures implements Pieces {

    private static final int MAX_LINE = 300;
    private static final int MIN_OPENING = 30;
    private static final int CERTAIN = Role.HIDDEN.bit();

    private final PageProfile page;
    private final PlaceFeatures place;
    private final String title;
    private final String description;
    private final @Nullable DeclaredText declared;
    private final boolean english;
    private final int headline;

    /**
     * @param body the container that seems to hold the body
     * @param english whether the article is in English, whose press sets a standfirst apart from the story
     */
    BlockFeatures(
            Page page,
            Layout layout,
            Container body,
            @Nullable String title,
            @Nullable String description,
            @Nullable DeclaredText declared,
            boolean english) {
        this.page = new PageProfile(page.blocks(), layout);
        this.title = title == null ? "" : TextShape.loose(title);
        this.description = description == null ? "" : TextShape.loose(description);
        this.declared = declared;
        this.english = english;
        this.headline = headline(page.blocks(), body);
        this.place = new PlaceFeatures(this.page, body, headline);
    }

    /** The heading that is the title, else the first of first level, else any block of the title's text; or -1. */
    private int headline(List<Block> blocks, Container body) {
        int headline = -1;
        int plain = -1;
        for (Block block : blocks) {
            boolean titled = block.text.length() < MAX_LINE
                    && block.index <= body.firstBlock
                    && TextShape.loose(block.text).equals(title);
            boolean first = headline < 0 && block.container.headingLevel == 1;
            if (first || (titled && block.isHeading())) {
                headline = block.index;
            } else if (titled) {
                plain = block.index;
            }
        }
        return headline < 0 ? plain : headline;
    }

    /** Whether a block is worth a look at all: not where it is surely hidden from readers. */
    @Override
    public boolean isCandidate(int piece) {
        return (page.layout.boilerplate(page.blocks.get(piece)) & CERTAIN) == 0;
    }

    /** Index of the block that shows the headline, or -1. */
    int headline() {
        return headline;
    }

    List<Block> blocks() {
        return page.blocks;
    }

    @Override
    public int count() {
        return page.blocks.size();
    }

    @Override
    public String text(int piece) {
        return page.blocks.get(piece).text;
    }

    @Override
    public Context context(float[] scores) {
        return new ContextFeatures(page.blocks, scores);
    }

    @Override
    public void addTo(FeatureRow row, int piece) {
        Block block = page.blocks.get(piece);
        TextFeatures.addTo(row, block);
        MarkupFeatures.addTo(row, block, page.blocks, page.layout);
        place.addTo(row, block);
        evidence(row, block);
    }

    private void evidence(FeatureRow row, Block block) {
        String text = block.text;
        boolean line = text.length() < MAX_LINE;
        String loose = line ? TextShape.loose(text) : "";
        row.add("isTitle", line && loose.equals(title));
        row.add("inTitle", loose.length() > 8 && title.contains(loose));
        row.add("isDescription", loose.length() > 20 && description.startsWith(loose));
        row.add("startsDescription", opensDescription(text));
        row.add("noise", Phrases.isNoise(text));
        row.add("relatedHeading", Phrases.isRelatedHeading(text));
        row.add("readAlso", Phrases.startsReadAlso(text));
        row.add("copies", page.copies(block));
        row.add("declared", declared == null ? -1 : declared.holds(text) ? 1 : 0);
        row.add("declaredShare", declared == null ? -1 : declared.length() / page.totalProse());
        row.add("english", english);
    }

    private boolean opensDescription(String text) {
        if (description.length() <= MIN_OPENING) {
            return false;
        }
        String opening = TextShape.loose(text.substring(0, Math.min(text.length(), MAX_LINE)));
        return opening.startsWith(description.substring(0, MIN_OPENING));
    }
}
