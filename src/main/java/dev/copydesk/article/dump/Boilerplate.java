package dev.copydesk.article.dump;

/** The standing phrases of pages in the languages of the press: what heads a block of links, ends an article, is no text. */
final class Boilerplate {

    /** Head a block of links to other articles. */
    private static final Phrases RELATED =
            Phrases.of("related|related stories|related articles|related news|related content|related posts"
                    + "|related topics|related links|related reading|related coverage|read more|read also|read next"
                    + "|also read|more on this|more on this story|more from|more news|more stories|more articles"
                    + "|more like this|more to read|most read|most popular|most viewed|most shared|popular posts"
                    + "|popular stories|popular now|popular articles|popular|trending|trending now|trending news"
                    + "|trending stories|trending articles|trending topics|top stories|top news|latest news"
                    + "|latest stories|latest articles|latest posts|latest headlines|latest from|recent posts"
                    + "|recent articles|recent news|recent stories|recommended|recommended for you"
                    + "|recommended stories|recommended articles|recommended reading|you may also like|you may like"
                    + "|you might also like|you might like|you may like these posts|you may also be interested in"
                    + "|you might be interested in|you may also enjoy|editors picks|editor s picks|editors choice"
                    + "|featured stories|featured articles|featured posts|in this section|more in|more by"
                    + "|other news|other stories|what to read next|up next|next up|dont miss|don t miss|see also"
                    + "|further reading|keep reading|continue reading|from around the web|around the web"
                    + "|explore more|similar articles|similar posts|mehr zum thema|zum thema|lesen sie auch"
                    + "|lesen sie mehr|weitere artikel|weitere themen|weitere nachrichten|weitere meldungen"
                    + "|mehr aus|meistgelesen|meistgelesene artikel|meist gelesen|das könnte sie auch interessieren"
                    + "|auch interessant|verwandte artikel|ähnliche artikel|aktuelle nachrichten|neueste artikel"
                    + "|empfohlene artikel|mehr nachrichten|mehr lesen|top themen|passend dazu|à lire aussi"
                    + "|a lire aussi|lire aussi|sur le même sujet|articles liés|les plus lus|articles similaires"
                    + "|voir aussi|à la une|à lire également|lea también|lea más|noticias relacionadas"
                    + "|artículos relacionados|lo más leído|lo más visto|te puede interesar"
                    + "|también te puede interesar|más noticias|últimas noticias|más leídas|relacionadas"
                    + "|relacionados|ver también|leggi anche|articoli correlati|correlati|i più letti|più letti"
                    + "|ti potrebbe interessare|potrebbe interessarti|ultime notizie|leia também|leia mais"
                    + "|veja também|notícias relacionadas|mais lidas|artigos relacionados|últimas notícias"
                    + "|saiba mais|lees ook|meest gelezen|gerelateerde artikelen|lees verder|meer nieuws|läs också"
                    + "|läs även|läs mer|mest läst|les også|mest lest|læs også|mest læste|lue myös|luetuimmat"
                    + "|czytaj także|czytaj też|zobacz także|najczęściej czytane|najnowsze|ilgili haberler"
                    + "|çok okunanlar|son dakika|baca juga|berita terkait|terpopuler|berita terbaru|terkini"
                    + "|читайте также|по теме|самое читаемое|популярное|читайте також|اقرأ أيضا|اقرأ أيضاً"
                    + "|أخبار ذات صلة|مواضيع ذات صلة|الأكثر قراءة|الأكثر قراءةً|مقالات ذات صلة|قد يعجبك أيضا"
                    + "|قد يعجبك أيضاً|آخر الأخبار|موضوعات متعلقة|مواضيع متعلقة|関連記事|関連ニュース|おすすめ記事|アクセスランキング|人気記事"
                    + "|新着記事|こちらも読まれています|相关新闻|相关阅读|推荐阅读|热门新闻|相關新聞|관련기사|관련 기사|많이 본 뉴스|많이 본 기사");

    /** Head what readers write. */
    private static final Phrases COMMENTS =
            Phrases.of("comments|comment|leave a comment|leave a reply|leave your comment|post a comment"
                    + "|add a comment|add comment|write a comment|join the conversation|join the discussion"
                    + "|cancel reply|your email address will not be published|show comments|view comments"
                    + "|load comments|reader comments|conversation|recent comments|comments are closed|kommentare"
                    + "|kommentar schreiben|kommentieren|schreiben sie einen kommentar|diskutieren sie mit"
                    + "|commentaires|laisser un commentaire|comentarios|deja un comentario|dejar un comentario"
                    + "|commenti|lascia un commento|comentários|deixe um comentário|reacties|reageer"
                    + "|geef een reactie|kommentarer|komentarze|dodaj komentarz|yorumlar|yorum yap|komentar"
                    + "|комментарии|оставить комментарий|коментарі|التعليقات|تعليقات|أضف تعليق|أضف تعليقا"
                    + "|أضف تعليقك|اترك تعليقا|اترك تعليقاً|コメント|コメントを残す|评论|发表评论|댓글");

    /** Once the article is under way, these end it. */
    private static final Phrases END =
            Phrases.of("responses|about the author|about author|author bio|sign up for|subscribe to our newsletter"
                    + "|subscribe|newsletter|stay connected|stay informed|follow us|share this|share this article"
                    + "|share this story|share this post|contact us|about us|all rights reserved|copyright"
                    + "|advertisement|sponsored content|sponsored|paid content|paid partner content|terms of use"
                    + "|terms of service|terms and conditions|privacy policy|get the latest|quick links|site map"
                    + "|sitemap|footer|categories|archives|tags|search|sign in|log in|previous article|next article"
                    + "|previous post|next post|post navigation|back to top|report this ad|name required"
                    + "|e mail required|impressum|datenschutz|über den autor|artikel teilen|zur startseite|anzeige"
                    + "|mentions légales|aviso legal|シェアする");

    /** Lines that are never text of an article when they are short. */
    private static final Phrases JUNK =
            Phrases.of("skip to|share|tweet|pin|print|email|facebook|twitter|whatsapp|linkedin|pinterest|reddit"
                    + "|copy link|menu|home|close|back|read more|read now|learn more|click here|subscribe|log in"
                    + "|login|sign in|sign up|register|loading|advertisement|advertising|continue reading|follow"
                    + "|follow us|view all|see all|show more|load more|watch now|listen|play|next|previous|name"
                    + "|e mail|email address|password|comment title|characters left|mandatory|security code|i agree"
                    + "|terms of use|privacy policy|cookie|cookies|accept|image|photo|video|gallery|toggle|search"
                    + "|your name|website|submit|send|reply|report|like|min read|minute read|minutes read|text size"
                    + "|order reprints|order print|buy now|add to cart|download|table of contents|jump to"
                    + "|in this article|on this page|contents|share on|share via|share to|published in|posted in"
                    + "|filed under|tags|tagged|topics|categories|last updated|updated|shares|views|comments|teilen"
                    + "|drucken|merken|anmelden|abonnieren|startseite|suche|werbung|anzeige|partager|imprimer"
                    + "|envoyer|publicité|s abonner|compartir|imprimir|publicidad|suscríbete|condividi|stampa"
                    + "|pubblicità|compartilhar|publicidade|assine|delen|advertentie|dela|annons|del|udostępnij"
                    + "|reklama|paylaş|bagikan|поделиться|реклама|شارك|مشاركة|طباعة|إعلان|الاسم|البريد الإلكتروني"
                    + "|تعليق|الرئيسية|シェア|ツイート|広告|分享|广告|공유|광고");

    /** Make a line of any length no part of an article. */
    private static final Phrases NOTICE =
            Phrases.of("all rights reserved|cookie policy|privacy policy|we use cookies|uses cookies|use of cookies"
                    + "|terms of service|terms of use|terms and conditions|user agreement|sign up for our"
                    + "|subscribe to our|subscribe to the|newsletter to|to our newsletter|our newsletter|your inbox"
                    + "|enable javascript|javascript is|your browser|modern browser|internet explorer|ad blocker"
                    + "|adblock|your email address|email address will|required fields are marked"
                    + "|personal non commercial use|reproduction in whole|without the written permission"
                    + "|affiliate commission|earn a commission|affiliate links|an error has occurred"
                    + "|please try again|thank you for subscribing|thanks for signing up|already a subscriber"
                    + "|already have an account|logged in to|log in to|sign in to|create an account|follow us on"
                    + "|like us on|click to share|opens in new window|recaptcha|this article has been sent"
                    + "|download our app|download the app|report a typo|material may not be published"
                    + "|alle rechte vorbehalten|diese website verwendet|datenschutzerklärung|bitte aktivieren sie"
                    + "|tous droits réservés|politique de confidentialité|todos los derechos reservados"
                    + "|política de privacidad|tutti i diritti riservati|todos os direitos reservados"
                    + "|alle rechten voorbehouden|wszelkie prawa zastrzeżone|tüm hakları saklıdır"
                    + "|все права защищены|hak cipta|جميع الحقوق محفوظة|حقوق النشر|سياسة الخصوصية|شروط الاستخدام"
                    + "|無断転載|all content copyright|©|版权所有|무단전재");

    private static final int LONGEST_HEADING_WORDS = 8;
    private static final int LONGEST_JUNK_WORDS = 7;
    private static final int LONGEST_NOTICE = 700;

    private Boilerplate() {}

    static boolean headsRelated(String plain, int words) {
        return words <= LONGEST_HEADING_WORDS && (RELATED.is(plain) || (words <= 5 && RELATED.begins(plain)));
    }

    static boolean endsArticle(String plain, int words) {
        return words <= LONGEST_HEADING_WORDS && (END.is(plain) || (words <= 5 && END.begins(plain)));
    }

    static boolean headsComments(String plain, int words) {
        return words <= LONGEST_HEADING_WORDS
                && (COMMENTS.is(plain) || (words <= 5 && COMMENTS.begins(plain)) || commentCount(plain, words));
    }

    static boolean junk(String plain, int words) {
        return words <= LONGEST_JUNK_WORDS && (JUNK.is(plain) || (words <= 4 && JUNK.begins(plain)));
    }

    static boolean notice(String plain) {
        return plain.length() <= LONGEST_NOTICE && NOTICE.in(plain);
    }

    private static boolean commentCount(String plain, int words) {
        return words <= 4
                && !plain.isEmpty()
                && Character.isDigit(plain.charAt(0))
                && (plain.endsWith("comments")
                        || plain.endsWith("comment")
                        || plain.endsWith("kommentare")
                        || plain.endsWith("responses")
                        || plain.endsWith("replies")
                        || plain.endsWith("commentaires"));
    }
}
