package dev.copydesk.article.html;

import dev.copydesk.article.learning.TextProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells headings that announce other articles: set phrases, and what is put together from a word that picks out and one
 * for what it picks, as {@code Weitere Beiträge der Redaktion} is.
 */
final class RelatedHeadings {

    private static final int LONGEST = 50;
    private static final int LONGEST_MARKED = 20;

    /** Words of languages that are written without spaces: related, ranking, popular, recommended, latest. */
    private static final List<String> MARKS = List.of(
            "関連", "ランキング", "人気", "おすすめ", "オススメ", "新着", "最新", "相关", "相關", "推荐", "推薦", "热门", "熱門", "관련", "인기", "추천",
            "많이 본");

    private static final int MOST_WORDS = 7;

    /** A link of more words is a headline. */
    private static final int MOST_WORDS_OF_LINK = 3;

    private static final Set<String> PICKING = new HashSet<>();
    private static final Set<String> PICKED = new HashSet<>();

    static {
        for (String line : WordList.lines("related-heading-words.txt")) {
            Set<String> words = line.charAt(0) == '+' ? PICKING : PICKED;
            words.addAll(Set.of(line.substring(2).split(" ", -1)));
        }
    }

    private RelatedHeadings() {}

    static boolean announce(Block block) {
        String text = block.text;
        return Phrases.isRelatedHeading(text)
                || (text.length() <= LONGEST_MARKED && isMarked(text))
                || (text.length() <= LONGEST
                        && isPutTogether(text, block.links.isEmpty() ? MOST_WORDS : MOST_WORDS_OF_LINK));
    }

    /** Whether a link's text says no more than that it leads to other articles, as {@code Previous article} does. */
    static boolean isOnlyAnnouncement(String text) {
        return Phrases.isRelatedHeading(text) || (text.length() <= LONGEST && isPutTogether(text, MOST_WORDS_OF_LINK));
    }

    private static boolean isMarked(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (TextProfile.isWide(text.charAt(i))) {
                return MARKS.stream().anyMatch(text::contains);
            }
        }
        return false;
    }

    private static boolean isPutTogether(String text, int mostWords) {
        boolean picking = false;
        boolean picked = false;
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean letter = Character.isLetter(c) || (start >= 0 && (c == '-' || c == '\'' || c == '’'));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT).replace('’', '\'');
                picking |= PICKING.contains(word);
                picked |= PICKED.contains(word);
                words++;
                start = -1;
            }
        }
        return picking && picked && words <= mostWords;
    }
}
