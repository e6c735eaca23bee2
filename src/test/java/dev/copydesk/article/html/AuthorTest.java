package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<div class=byline>By <a href='/x'>Ines Farrow</a><span>Harbour Correspondent</span></div> # Ines Farrow",
                "<div class=byline>By <a>Ines Farrow</a> and <a>Tomas Reed</a></div> # Ines Farrow;Tomas Reed",
                "<div class=author><img alt=x><b>Ines Farrow</b><b>Ines Farrow</b></div> # Ines Farrow",
                "<div class=author>Author: <a>Pilot77</a> on 3 May</div> # Pilot77",
                "<p>erstellt von</p><p>Ines Farrow</p> # Ines Farrow",
                "<span class=author><b>Ines</b> <b>Farrow</b></span> # Ines Farrow",
                "<a rel=author href='/about'>About Ines Farrow</a> # Ines Farrow",
                "<p class=byline>Ines Farrow, MD</p> # Ines Farrow",
            })
    void readsTheBylineThatThePageShows(String shown, String names) {
        assertThat(Pages.articleAround(shown + PROSE).authors()).isEqualTo(List.of(names.split(";", -1)));
    }

    @Test
    void prefersAPersonInTheBylineToADeskThatIsDeclared() {
        assertThat(declared("News Team", "<p class=byline>By Ines Farrow</p>")).containsExactly("Ines Farrow");
        assertThat(declared("i.farrow", "<p class=byline>By Ines Farrow</p>")).containsExactly("Ines Farrow");
        assertThat(declared("News Team", "")).containsExactly("News Team");
    }

    @Test
    void findsTheAuthorWhoIsNamedBelowTheText() {
        assertThat(Pages.articleAround(PROSE + "<p>Written by Ines Farrow</p>").authors())
                .containsExactly("Ines Farrow");
    }

    @Test
    void takesNobodyFromALinkToThePageAboutTheSite() {
        assertThat(Pages.articleAround("<p><a href='/about'>About us</a></p>" + PROSE)
                        .authors())
                .isEmpty();
    }

    private static List<String> declared(String author, String shown) {
        return Pages.article("<html><head><meta name=author content='" + author + "'></head><body><article>"
                        + "<h1>Ferry returns to Lisk</h1>" + shown + PROSE + "</article></body></html>")
                .authors();
    }
}
