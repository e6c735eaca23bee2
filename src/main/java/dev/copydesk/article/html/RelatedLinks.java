package dev.copydesk.article.html;

import dev.copydesk.article.RelatedLink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links to other articles that a page offers by their titles: in containers named related, popular, latest and the
 * like, behind headings that announce such links, and in lines such as {@code Read also: …}.
 */
final class RelatedLinks {

    private static final int MIN_HEADLINE_WORDS = 4;
    private static final int MAX_LINE = 120;
    private static final int NEVER = Role.SHARE.bit()
            | Role.TAGS.bit()
            | Role.COMMENTS.bit()
            | Role.CONSENT.bit()
            | Role.NEWSLETTER.bit()
            | Role.ADVERT.bit()
            | Role.AUTHOR_BOX.bit();

    private static final int MENUS = Role.NAVIGATION.bit() | Role.FOOTER.bit();

    private final Page page;
    private final Layout layout;
    private final @Nullable Container body;
    private final LinkTargets targets;
    private final OfferedLinks offered;
    private final Set<Integer> kept = new HashSet<>();
    private final Map<Integer, List<@Nullable LinkTarget>> found = new HashMap<>();
    private final LinkRows rows = new LinkRows();

    RelatedLinks(Page page, Layout layout, List<Verdict> verdicts, @Nullable Container body, LinkTargets targets) {
        this.page = page;
        this.layout = layout;
        this.body = body;
        this.targets = targets;
        this.offered = new OfferedLinks(page.declared().times());
        for (Verdict verdict : verdicts) {
            if (verdict.isKept()) {
                kept.add(verdict.block().index);
            }
        }
    }

    List<RelatedLink> find() {
        for (Block block : page.blocks()) {
            int roles = layout.boilerplate(block);
            if (LinkRows.isLink(block) && (roles & (NEVER | MENUS)) == 0 && !kept.contains(block.index)) {
                rows.add(block, isLong(block) && targets(block).stream().anyMatch(LinkRows::isStory));
            }
        }
        Announcement announcement = new Announcement(kept);
        for (Block block : page.blocks()) {
            int roles = layout.boilerplate(block);
            if (announcement.begins(block, roles)) {
                continue;
            }
            if (block.links.isEmpty()) {
                offered.date(block);
                continue;
            }
            boolean announced = announcement.isOn();
            if ((roles & NEVER) == 0
                    && (!kept.contains(block.index) || (announced && opensWithLink(block)))
                    && (announced || !Role.NAVIGATION.in(roles))) {
                take(block, roles, announced);
            }
        }
        return offered.links();
    }

    /** Whether a line of the text is the title of another article and at most a few words on it. */
    private static boolean opensWithLink(Block block) {
        return block.linkDensity() >= 0.4
                && block.text.startsWith(block.links.get(0).text());
    }

    /** Takes the block's links that are offered: by a heading, by the name of what they stand in, or by their make-up. */
    private void take(Block block, int roles, boolean announced) {
        // words say that these are other articles, so that a short title may be one
        boolean named = announced || (block.linkDensity() > 0.3 && Phrases.startsReadAlso(block.text));
        boolean stated = named || Role.RELATED.in(roles);
        if (!stated && !mayBeHeadline(block, roles)) {
            return;
        }
        boolean row = LinkRows.isLink(block) && rows.areStories(block);
        List<@Nullable LinkTarget> leads = targets(block);
        if (!stated && !row && leads.stream().noneMatch(LinkRows::isStory)) {
            return;
        }
        for (int i = 0; i < leads.size() && !offered.isFull(); i++) {
            LinkTarget target = leads.get(i);
            if (target == null) {
                continue;
            }
            String text = named && target.slug()
                    ? title(block, i)
                    : block.links.get(i).text();
            int words = TextShape.words(text);
            if (target.front() && !(named && words >= MIN_HEADLINE_WORDS)) {
                continue; // a section by its address; words that announce stories and a headline outweigh that
            }
            if ((target.own() || (announced && words >= MIN_HEADLINE_WORDS))
                    && (row || isTitled(target, words, named && !Role.NAVIGATION.in(roles)))) {
                offered.add(target.url(), text, block);
            }
        }
        offered.date(block);
    }

    /** Where the block's links lead, found out once. */
    private List<@Nullable LinkTarget> targets(Block block) {
        return found.computeIfAbsent(block.index, index -> targets.of(block));
    }

    /** The link's text, or all of its line where only the first words of that are linked. */
    private static String title(Block block, int link) {
        String text = block.links.get(link).text();
        boolean whole = block.links.size() == 1
                && TextShape.words(text) < MIN_HEADLINE_WORDS
                && block.text.length() <= MAX_LINE
                && block.text.startsWith(text);
        return whole ? block.text : text;
    }

    /** Whether address and text are those of an article rather than of a section or a topic; words that say so allow for less. */
    private static boolean isTitled(LinkTarget target, int words, boolean named) {
        return words >= MIN_HEADLINE_WORDS
                || (named ? target.slug() || (words >= 3 && target.marked()) : target.longSlug());
    }

    /** A headline by itself and nothing but a link: what lists of latest and most-read stories are made of. */
    private boolean mayBeHeadline(Block block, int roles) {
        return LinkRows.isLink(block)
                && (isBeside(block, roles) || isLineOfBody(block, roles))
                && (isLong(block) || rows.areStories(block));
    }

    private static boolean isLong(Block block) {
        return TextShape.words(block.text) >= MIN_HEADLINE_WORDS;
    }

    /** Outside the body and behind its start, or in a sidebar, but not in the page's foot. */
    private boolean isBeside(Block block, int roles) {
        return body != null
                && !body.holds(block)
                && (block.index > body.firstBlock || Role.ASIDE.in(roles) || isCard(block))
                && !Role.FOOTER.in(roles);
    }

    /** One of several headings with a link and of one make, as stand in a row of stories above the article. */
    private boolean isCard(Block block) {
        return block.isHeading() && block.container.headingLevel > 1 && rows.areStories(block);
    }

    /** A line of the body that was left out of the text, as it is nothing but a link. */
    private boolean isLineOfBody(Block block, int roles) {
        return body != null
                && body.holds(block)
                && (!block.container.inList || Role.ASIDE.in(roles) || rows.areStories(block));
    }
}
