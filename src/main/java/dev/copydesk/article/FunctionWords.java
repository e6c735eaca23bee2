package dev.copydesk.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Function words of the languages that write Latin script. A word that several languages share counts for each of them
 * in part.
 */
final class FunctionWords {

    private static final String[] TABLE = {
        "en the of and to in is that it was for on with as be at by this had not are but from or have an they which one"
                + " you were her she his their has been said will who would there we its after about more when than",
        "de der die das und ist in den von zu mit nicht ein eine auf für im dem des sich auch als es an werden aus er hat"
                + " dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor",
        "fr le la les de des et est un une du en que qui dans il pour pas sur au ce plus par avec se sont ne son cette aux"
                + " ont mais ou elle nous vous été leur à être ses d l qu n s c",
        "es el la los las de que y en un una es por con no para del se al lo su más como pero sus le ha o este sí porque"
                + " esta entre cuando muy sin sobre también fue han desde son años",
        "it il la di che e è un una per in non del della con si da le dei i alla sono al più gli ha anche come nel dal lo"
                + " ma delle nella questo alle degli su l stato dell",
        "pt o a os as de que e do da em um uma para com não é no na por mais dos das se foi ao como mas ele tem seu sua ou"
                + " ser quando muito há nos já está também pelo pela são",
        "nl de het een en van in is dat op te zijn met voor niet aan er om ook als dan bij maar uit door naar heeft hij"
                + " wordt nog over deze werd was tot ze wel hebben kan",
        "sv och att det som en på är av för med den till inte om ett har de var jag men så vi från kan när nu också sig"
                + " efter hade ska vid eller mot över under skulle",
        "no og i det er på som en til å for av at har med de ikke den om et fra men var seg vi jeg kan så skal etter ved"
                + " også ble eller blir mot hva nå noe mer",
        "da og i det er på som en til at for af har med de ikke den om et fra men var sig vi jeg kan så skal efter ved"
                + " også blev eller bliver mod hvad nu noget mere af",
        "fi ja on ei se että oli hän mutta ovat kun myös joka niin mukaan kuin tai sen jos ole hänen ollut vuonna"
                + " vielä nyt jo voi sekä kanssa jälkeen mitä",
        "tr ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra var ama ise değil olduğu dedi her ancak"
                + " oldu tarafından göre yeni",
        "pl w i na z do się nie to że jest o jak po ale od za przez co dla oraz są tym jego był które który tego ma już"
                + " będzie czy tak może być",
        "cs a v se na je že s z o do to i k pro za by jsou ale jako po ve od které který podle při jeho bylo byl nebo také"
                + " už jsem jen když",
        "sk a v sa na je že s z o do to i k pre za by sú ale ako po vo od ktoré ktorý podľa pri jeho bolo bol alebo tiež"
                + " už len keď",
        "ro și în de la a cu pe nu care o mai din că este un pentru au fost să se sunt dar ce după sau prin într"
                + " această acest lui ale",
        "hu a az és hogy nem is egy volt ez de van meg csak már el még mint ha azt lehet után szerint pedig között"
                + " ki vagy lesz minden",
        "hr i u je se na da za su od s o će ne koji što kao a bi ili nije ali to iz do nakon koje biti bio samo",
        "sl in je v na se da za so z pa s po ne o ki tudi kot bi pri bo od ali še ni iz med lahko",
        "id yang dan di dengan untuk tidak ini itu dari dalam pada akan juga ke karena oleh ada sebagai adalah"
                + " bahwa mereka telah bisa saat atau tersebut",
        "vi của và là có không được trong cho một với người các những này đã từ khi đến về để cũng như ông tại ra vào",
        "ca el la els les de que i en un una és per amb no del al es més com però seus ha o aquest aquesta entre quan"
                + " molt sense també va han dels",
        "sw ya na wa kwa ni katika za la kuwa hiyo cha huo baada yake hii kama vya pia lakini wakati huyo alisema",
        "et ja on ei et see oli ta mis ka kui ning aga oma või selle mida seda tema pärast veel",
        "lv un ir ar uz no par ka arī tas kas bija tika ne vai pēc lai gan kā",
        "lt ir yra kad su iš į ne tai bet kaip buvo už apie po jo taip dar nuo",
        "sq dhe të në një për me që nuk është nga ka më se si do por u e tij këtë",
    };

    private static final int FEWEST_HITS = 2;
    private static final double SMALLEST_SHARE = 0.06;
    private static final double CLEAR_LEAD = 1.08;

    private static final Map<String, int[]> LANGUAGES_OF = new HashMap<>();
    private static final Map<String, Set<String>> SETS = new HashMap<>();
    private static final String[] CODES = new String[TABLE.length];

    static {
        for (int language = 0; language < TABLE.length; language++) {
            String[] row = TABLE[language].split(" ", -1);
            CODES[language] = row[0];
            SETS.put(row[0], Set.copyOf(new HashSet<>(Arrays.asList(row).subList(1, row.length))));
            for (int i = 1; i < row.length; i++) {
                LANGUAGES_OF.merge(row[i], new int[] {language}, FunctionWords::joined);
            }
        }
    }

    private FunctionWords() {}

    /** The language whose function words lead clearly, or null. Expects lower case. */
    static @Nullable String language(String lower) {
        double[] scores = new double[CODES.length];
        int[] hits = new int[CODES.length];
        int words = 0;
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                count(lower.substring(start, i), scores, hits);
                start = -1;
            }
        }
        return leader(scores, hits, words);
    }

    /** The function words of one language, empty when there is no row for it. */
    static Set<String> of(String language) {
        return SETS.getOrDefault(language, Set.of());
    }

    private static void count(String word, double[] scores, int[] hits) {
        int[] languages = LANGUAGES_OF.get(word);
        if (languages == null) {
            return;
        }
        for (int language : languages) {
            scores[language] += languages.length == 1 ? 1 : 0.7;
            hits[language]++;
        }
    }

    private static @Nullable String leader(double[] scores, int[] hits, int words) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        double second = 0;
        for (int i = 0; i < scores.length; i++) {
            if (i != best) {
                second = Math.max(second, scores[i]);
            }
        }
        boolean clear = hits[best] >= FEWEST_HITS
                && hits[best] >= SMALLEST_SHARE * words
                && scores[best] >= CLEAR_LEAD * second;
        return clear ? CODES[best] : null;
    }

    private static int[] joined(int[] known, int[] more) {
        if (known[known.length - 1] == more[0]) {
            return known;
        }
        int[] both = Arrays.copyOf(known, known.length + 1);
        both[known.length] = more[0];
        return both;
    }
}
