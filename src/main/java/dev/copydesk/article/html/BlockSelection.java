package dev.copydesk.article.html;

import dev.copydesk.article.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides block by block, within the body's container, what belongs to the article. */
final class BlockSelection {

    private static final int MAX_CREDIT = 140;
    private static final int MIN_STANDFIRST = 40;
    private static final int REACH = 25;

    private final Layout layout;
    private final String title;
    private final String description;
    private final List<Verdict> verdicts = new ArrayList<>();
    private boolean proseSeen;
    private boolean inRelated;

    BlockSelection(Layout layout, @Nullable String title, @Nullable String description) {
        this.layout = layout;
        this.title = title == null ? "" : TextShape.loose(title);
        this.description = description == null ? "" : TextShape.loose(description);
    }

    /** A verdict on every block of the container, in page order. */
    List<Verdict> select(Page page, Container body) {
        addHead(page, body);
        for (Block block : page.blocks().subList(body.firstBlock, body.endBlock)) {
            verdicts.add(judge(block));
        }
        dropTail();
        dropEmptyHeadings();
        return verdicts;
    }

    /** Standfirst and lead picture often stand with the headline, apart from the body. */
    private void addHead(Page page, Container body) {
        int first = body.firstBlock;
        boolean headlineSeen = false;
        for (int i = first - 1; i >= Math.max(0, first - REACH) && !headlineSeen; i--) {
            headlineSeen = TextShape.loose(page.blocks().get(i).text).equals(title)
                    || page.blocks().get(i).container.headingLevel == 1;
            first = headlineSeen ? i : first;
        }
        for (Block block : page.blocks().subList(headlineSeen ? first : body.firstBlock, body.firstBlock)) {
            String loose = TextShape.loose(block.text);
            if (isCaption(block) && layout.boilerplate(block) == 0 && !Phrases.isNoise(block.text)) {
                verdicts.add(new Verdict(block, Kind.CAPTION, "caption by the headline"));
                continue;
            }
            boolean marked = Role.STANDFIRST.in(layout.near(block)) && TextShape.weight(block.text) >= MIN_STANDFIRST;
            boolean described =
                    loose.length() >= MIN_STANDFIRST && (loose.equals(description) || description.startsWith(loose));
            if ((marked || described)
                    && layout.boilerplate(block) == 0
                    && !loose.equals(title)
                    && block.linkDensity() < 0.5
                    && block.container.headingLevel != 1) {
                verdicts.add(new Verdict(block, Kind.LEDE, "standfirst by the headline"));
            }
        }
    }

    private Verdict judge(Block block) {
        int boilerplate = layout.boilerplate(block);
        if (boilerplate != 0) {
            return dropped(block, Role.names(boilerplate));
        }
        int near = layout.near(block);
        if (Phrases.isNoise(block.text) || Phrases.isCopyright(block.text)) {
            return dropped(block, "set phrase");
        }
        if (isCaption(block) || block.container.inFigure) {
            return new Verdict(block, Kind.CAPTION, "caption");
        }
        if (TextShape.loose(block.text).equals(title)) {
            return dropped(block, "title");
        }
        if (Phrases.isRelatedHeading(block.text)) {
            inRelated = true;
            return dropped(block, "related heading");
        }
        if (block.isHeading()) {
            inRelated = false;
            return heading(block);
        }
        return text(block, near);
    }

    private boolean isCaption(Block block) {
        return block.container.inCaption || Role.CAPTION.in(layout.near(block)) || isInPictureTable(block);
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

    private Verdict heading(Block block) {
        if (block.linkDensity() > 0.7 && block.container.headingLevel > 0 && !proseSeen) {
            return dropped(block, "linked heading ahead of the body");
        }
        if (!proseSeen && TextShape.loose(block.text).equals(description)) {
            return new Verdict(block, Kind.LEDE, "description");
        }
        return new Verdict(block, Kind.HEADING, "heading");
    }

    private Verdict text(Block block, int near) {
        int weight = TextShape.weight(block.text);
        double linkDensity = block.linkDensity();
        if (linkDensity > 0.3 && Phrases.startsReadAlso(block.text)) {
            return dropped(block, "read also");
        }
        if (inRelated && linkDensity > 0.5) {
            return dropped(block, "related link");
        }
        if (linkDensity <= 0.5 && weight > 80) {
            inRelated = false;
        }
        boolean credit = Role.BYLINE.in(near) || Role.DATE.in(near) || Role.META.in(near);
        if (credit && weight < MAX_CREDIT) {
            return dropped(block, "byline, date or page data");
        }
        if (linkDensity > 0.75 && !(block.container.inList && linkDensity < 0.95) && weight < 300) {
            return dropped(block, "links");
        }
        double prose = Layout.prose(block);
        if (!proseSeen && Role.STANDFIRST.in(near) && weight >= 25) {
            return new Verdict(block, Kind.LEDE, "standfirst");
        }
        if (!proseSeen && prose == 0) {
            return dropped(block, "short text ahead of the body");
        }
        if (prose > 0) {
            proseSeen = true;
        }
        if (block.container.inList) {
            return new Verdict(block, Kind.LIST_ITEM, "list item");
        }
        return new Verdict(
                block,
                block.container.inQuote ? Kind.QUOTE : Kind.BODY,
                prose > 0 ? "prose" : "short text within the body");
    }

    /** Short lines behind the last prose are furniture. */
    private void dropTail() {
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            Verdict verdict = verdicts.get(i);
            Block block = verdict.block();
            if (!verdict.isKept() || verdict.kind() == Kind.CAPTION) {
                continue;
            }
            boolean solid = Layout.prose(block) > 0
                    || (verdict.kind() == Kind.LIST_ITEM && block.linkDensity() < 0.5)
                    || (verdict.kind() != Kind.HEADING
                            && block.linkDensity() < 0.3
                            && TextShape.endsSentence(block.text));
            if (solid) {
                return;
            }
            verdicts.set(i, new Verdict(block, null, "short text behind the body"));
        }
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
                    verdicts.set(i, new Verdict(verdict.block(), null, "heading of nothing"));
                } else {
                    openLevel = level;
                    filled = false;
                }
            } else if (verdict.isKept() && verdict.kind() != Kind.CAPTION) {
                filled = true;
            }
        }
    }

    private static Verdict dropped(Block block, String reason) {
        return new Verdict(block, null, reason);
    }
}
