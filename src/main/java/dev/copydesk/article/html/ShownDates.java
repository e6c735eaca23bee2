package dev.copydesk.article.html;

import dev.copydesk.article.PublicationDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates that readers see: by the headline, ahead of the body and right behind it. */
final class ShownDates {

    /** Words that tell that the page was changed; what follows them is not when it was published. */
    private static final Pattern CHANGED = Pattern.compile(
            "(?iu)\\b(?:last updated|updated|last modified|modified|stand:|aktualisiert|geändert|zuletzt bearbeitet"
                    + "|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret"
                    + "|güncelleme|zaktualizowano|aktualizacja|обновлено|оновлено)|آخر تحديث|更新");

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)\\b(?:published|posted|first published|veröffentlicht|erschienen|publié|publicado|pubblicato"
                    + "|gepubliceerd|publicerad|publisert|udgivet|opublikowano|yayınlanma|опубликовано|опубліковано)\\b"
                    + "|نشر|公開日|掲載日|发布");
    private static final Pattern EXPIRES = Pattern.compile(
            "(?iu)\\b(?:expires|available until|valid until|verfügbar bis|gültig bis|disponible jusqu)");
    private static final int BEFORE = 15;
    private static final int FAR_BEFORE = 25;
    private static final int BELOW_HEADLINE = 12;
    private static final int INTO_BODY = 3;
    private static final int BEHIND = 8;
    private static final int MAX_LINE = 120;
    private static final int MAX_LABELLED = 200;
    private static final int MAX_LONE_DATE = 30;
    private static final int MAX_WORDS = 14;
    private static final int OTHERS = Role.COMMENTS.bit() | Role.RELATED.bit();
    private static final int ASIDE = OTHERS | Role.ASIDE.bit() | Role.NAVIGATION.bit() | Role.FOOTER.bit();

    private final List<Block> blocks;
    private final Declarations declared;
    private final int headline;
    private final int bodyStart;
    private final int bodyEnd;

    /** @param headline index of the headline's block; or -1 when the page shows none */
    ShownDates(Page page, int headline, int bodyStart, int bodyEnd) {
        this.blocks = page.blocks();
        this.declared = page.declared();
        this.headline = headline;
        this.bodyStart = bodyStart;
        this.bodyEnd = bodyEnd;
    }

    /** Adds when the page says that it was published. */
    void addPublished(DateCandidates published) {
        times(published, true);
        classes(published);
        lines(published, true);
        lines(published, false);
        if (published.isEmpty()) {
            labelled(published);
        }
        if (published.isEmpty()) {
            times(published, false);
        }
    }

    /** Adds when the page says that it was changed. */
    void addModified(DateCandidates modified) {
        for (Declarations.Declared time : declared.times()) {
            boolean near = time.block() >= bodyStart - BEFORE && time.block() <= bodyEnd;
            if (near && modified.isEmpty() && time.name().equals(Declarations.MODIFIED_TIME)) {
                modified.add(time.value().isEmpty() ? time.text() : time.value());
            }
        }
        for (Block block : byHeadline()) {
            var changed = CHANGED.matcher(block.text);
            if (modified.isEmpty() && block.text.length() < MAX_LINE && changed.find()) {
                modified.add(block.text.substring(changed.end()));
            }
        }
    }

    /** The date that stands by itself at the headline, with no word of a change; null when there is none. */
    @Nullable
    PublicationDate atHeadline(DateCandidates reader) {
        List<Declarations.Declared> marked = new ArrayList<>(declared.times());
        marked.addAll(declared.dated());
        for (Declarations.Declared value : nearest(marked)) {
            PublicationDate date = isOfArticle(value) && isPublication(value.text())
                    ? Choice.first(reader.read(value.value()), reader.read(value.text()))
                    : null;
            if (date != null) {
                return date;
            }
        }
        return byHeadline().stream()
                .filter(block -> block.text.length() <= MAX_LONE_DATE && !isWithin(OTHERS, block.index))
                .map(block -> reader.read(block.text))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean isOfArticle(Declarations.Declared value) {
        return isByHeadline(value.block(), BEFORE)
                && !value.name().equals(Declarations.MODIFIED_TIME)
                && !isWithin(OTHERS, value.block());
    }

    private void times(DateCandidates published, boolean near) {
        for (Declarations.Declared time : nearest(declared.times())) {
            if (time.name().equals(Declarations.MODIFIED_TIME)
                    || isWithin(Role.COMMENTS.bit(), time.block())
                    || (near && !isNear(time))) {
                continue;
            }
            PublicationDate date = Choice.first(published.read(time.value()), published.read(time.text()));
            if (date != null) {
                published.add(date);
                return;
            }
        }
    }

    private boolean isNear(Declarations.Declared time) {
        return time.name().equals("pubdate")
                || isByHeadline(time.block(), FAR_BEFORE)
                || (time.block() > bodyStart && time.block() <= bodyEnd + BEHIND);
    }

    /** What a class calls a date: nearest to the headline first. */
    private void classes(DateCandidates published) {
        for (Declarations.Declared value : nearest(declared.dated())) {
            int block = value.block();
            boolean near = isByHeadline(block, FAR_BEFORE) || (block >= bodyEnd && block <= bodyEnd + BEHIND);
            if (near && published.lacksTime() && !isWithin(ASIDE, block) && isPublication(value.text())) {
                PublicationDate date = published.read(value.text());
                if (date != null) {
                    published.add(date);
                    return;
                }
            }
        }
    }

    /** Short lines by the headline, the nearest to the body first, then such lines right behind the body. */
    private void lines(DateCandidates published, boolean marked) {
        List<Block> near = new ArrayList<>(byHeadline());
        near.addAll(blocks.subList(Math.min(bodyEnd, blocks.size()), Math.min(blocks.size(), bodyEnd + BEHIND)));
        for (Block block : near) {
            boolean isMarked = Role.DATE.in(block.inlineRoles | block.container.roles)
                    || Role.META.in(block.container.roles)
                    || Role.BYLINE.in(block.container.roles);
            boolean prose = block.profile.words() > MAX_WORDS && !isMarked;
            if (published.lacksTime()
                    && (isMarked || !marked)
                    && !prose
                    && block.text.length() < MAX_LINE
                    && !isWithin(Role.COMMENTS.bit(), block.index)
                    && !EXPIRES.matcher(block.text).find()) {
                published.add(aheadOfChange(block.text));
            }
        }
    }

    /** A line anywhere on the page that says when it was published, {@code Published: …}. */
    private void labelled(DateCandidates published) {
        for (Block block : blocks) {
            if (block.text.length() <= MAX_LABELLED
                    && !isWithin(OTHERS, block.index)
                    && PUBLISHED.matcher(block.text).find()) {
                published.add(aheadOfChange(block.text));
                if (!published.isEmpty()) {
                    return;
                }
            }
        }
    }

    private static String aheadOfChange(String line) {
        var changed = CHANGED.matcher(line);
        return changed.find() ? line.substring(0, changed.start()) : line;
    }

    private static boolean isPublication(String text) {
        return !CHANGED.matcher(text).find() && !EXPIRES.matcher(text).find();
    }

    /** From the start of the body, or the line below the headline where that is further down, upwards. */
    private List<Block> byHeadline() {
        List<Block> near = new ArrayList<>();
        int last = Math.min(blocks.size() - 1, Math.max(bodyStart, headline < 0 ? 0 : headline) + INTO_BODY);
        for (int i = last; i >= 0; i--) {
            if (isByHeadline(i, BEFORE)) {
                near.add(blocks.get(i));
            }
        }
        return near;
    }

    private boolean isByHeadline(int block, int before) {
        boolean atBody = block >= bodyStart - before && block <= bodyStart + INTO_BODY;
        return atBody || (headline >= 0 && block >= headline - INTO_BODY && block <= headline + BELOW_HEADLINE);
    }

    private List<Declarations.Declared> nearest(List<Declarations.Declared> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(value -> distance(value.block())))
                .toList();
    }

    /** Blocks from the start of the body, or from the headline where that is nearer; more within and behind the body. */
    private int distance(int block) {
        int distance = Math.abs(block - bodyStart);
        if (block > bodyEnd) {
            distance = block - bodyEnd + 40;
        } else if (block > bodyStart) {
            distance++;
        }
        int below = headline < 0 || block < headline ? Integer.MAX_VALUE : block - headline;
        return Math.min(distance, below);
    }

    /** Whether a declared value stands in containers of certain roles, such as comments. */
    private boolean isWithin(int roles, int block) {
        return block < blocks.size() && (blocks.get(block).container.rolesAround & roles) != 0;
    }
}
