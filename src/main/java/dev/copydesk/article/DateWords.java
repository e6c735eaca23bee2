package dev.copydesk.article;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of dates in the languages that are read: months, weekdays, the small words between the parts of a date, and
 * zone abbreviations. Small tables written out, since loading them from the platform's locale data would cost start-up
 * time. All keys are folded by {@link DateTokens#fold}.
 */
final class DateWords {

    /** One line for each month, January first; an underscore joins the words of a name. */
    private static final String[] MONTHS = {
        "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari janeiro ocak oca styczeń stycznia sty"
                + " январь января янв січень січня січ يناير جانفي كانون_الثاني tammikuuta tammikuu leden ledna ianuarie"
                + " ianuarie január januára ιανουαρίου ιανουάριος gener ינואר בינואר januarie",
        "february feb februar feber février févr fév febrero febbraio febb fevereiro fev februari şubat şub luty lutego lut"
                + " февраль февраля фев февр лютий лютого лют فبراير فيفري شباط helmikuuta helmikuu únor února februarie"
                + " február februára φεβρουαρίου φεβρουάριος febrer פברואר בפברואר",
        "march mar märz maerz mär mrz mars marzo março maart mrt mart marzec marca март марта мар березень березня бер"
                + " مارس آذار maaliskuuta maaliskuu březen března martie március marts μαρτίου μάρτιος març מרץ במרץ",
        "april apr avril avr abril abr aprile nisan nis kwiecień kwietnia kwi апрель апреля апр квітень квітня кві квіт"
                + " أبريل ابريل أفريل نيسان huhtikuuta huhtikuu duben dubna aprilie április apríla απριλίου απρίλιος"
                + " אפריל באפריל",
        "may mai mayo maggio mag maio mei maj mayıs maja май мая мая травень травня тра трав مايو ماي أيار toukokuuta"
                + " toukokuu květen května május mája μαΐου μάιος maig מאי במאי",
        "june jun juni juin junio giugno giu junho haziran haz czerwiec czerwca cze июнь июня июн червень червня чер черв"
                + " يونيو يونيه جوان حزيران kesäkuuta kesäkuu červen června iunie június júna ιουνίου ιούνιος juny יוני ביוני",
        "july jul juli juillet juil julio luglio lug julho temmuz tem lipiec lipca lip июль июля июл липень липня лип"
                + " يوليو يوليه جويلية تموز heinäkuuta heinäkuu červenec července iulie július júla ιουλίου ιούλιος"
                + " juliol יולי ביולי",
        "august aug août aout agosto ago augustus augusti ağustos ağu sierpień sierpnia sie август августа авг серпень"
                + " серпня сер серп أغسطس اغسطس أوت آب elokuuta elokuu srpen srpna augusztus augusta αυγούστου αύγουστος"
                + " agost אוגוסט באוגוסט",
        "september sept sep septembre septiembre setiembre settembre sett set setembro eylül eyl wrzesień września wrz"
                + " сентябрь сентября сен сент вересень вересня вер вересня سبتمبر شتنبر أيلول syyskuuta syyskuu září"
                + " septembrie szeptember septembra σεπτεμβρίου σεπτέμβριος setembre ספטמבר בספטמבר",
        "october oct oktober okt octobre octubre ottobre ott outubro out ekim eki październik października paź октябрь"
                + " октября окт жовтень жовтня жов жовт أكتوبر اكتوبر تشرين_الأول lokakuuta lokakuu říjen října octombrie"
                + " október októbra οκτωβρίου οκτώβριος octubre אוקטובר באוקטובר",
        "november nov novembre noviembre novembro kasım kas listopad listopada lis listopadu ноябрь ноября ноя нояб"
                + " листопад листопада лис نوفمبر نونبر تشرين_الثاني marraskuuta marraskuu noiembrie novembra νοεμβρίου"
                + " νοέμβριος נובמבר בנובמבר",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des aralık ara grudzień"
                + " grudnia gru декабрь декабря дек грудень грудня гру груд ديسمبر دجنبر كانون_الأول joulukuuta joulukuu"
                + " prosinec prosince decembrie decembra δεκεμβρίου δεκέμβριος desembre דצמבר בדצמבר",
    };

    private static final String WEEKDAYS =
            "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun"
                    + " montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so"
                    + " lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim"
                    + " lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom"
                    + " lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica"
                    + " segunda feira terça ter quarta qua quinta qui sexta sex seg"
                    + " maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo"
                    + " måndag mån tisdag tis onsdag ons torsdag tors fredag fre lördag lör söndag sön"
                    + " mandag tirsdag lørdag søndag pazartesi salı çarşamba perşembe cuma cumartesi pazar"
                    + " poniedziałek wtorek środa czwartek piątek sobota niedziela"
                    + " понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс нд"
                    + " понеділок вівторок середа четвер п’ятниця субота неділя"
                    + " الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
                    + " 月 火 水 木 金 土 日 曜 월 화 수 목 금 토 일 요 星 期 週 周 一 二 三 四 五 六";

    /** What may stand between a day and its clock time. */
    private static final String CLOCK_INTRODUCERS =
            "at um à a as às ás alle ore hs h klo kl om o godz г гг года год року р в о об saat الساعة ساعة t ora los las la on"
                    + " het den der am le el il the dia mit uhr";

    private static final String ORDINALS = "st nd rd th er º ª o a ème eme e";

    private static final String JOINERS = "of de del di d do den г року года";

    /** RFC 822 section 5.1 and the zones of the press; ambiguous ones (IST, AST) are left out on purpose. */
    private static final String ZONES =
            "gmt=Z utc=Z ut=Z z=Z est=-05:00 edt=-04:00 cst=-06:00 cdt=-05:00 mst=-07:00 mdt=-06:00 pst=-08:00 pdt=-07:00"
                    + " et=America/New_York ct=America/Chicago mt=America/Denver pt=America/Los_Angeles akst=-09:00"
                    + " akdt=-08:00 hst=-10:00 bst=+01:00 wet=Z west=+01:00 cet=+01:00 cest=+02:00 mez=+01:00 mesz=+02:00"
                    + " eet=+02:00 eest=+03:00 msk=+03:00 мск=+03:00 trt=+03:00 jst=+09:00 kst=+09:00 hkt=+08:00"
                    + " sgt=+08:00 pkt=+05:00 wib=+07:00 wita=+08:00 wit=+09:00 sast=+02:00 eat=+03:00 wat=+01:00"
                    + " cat=+02:00 brt=-03:00 aest=+10:00 aedt=+11:00 acst=+09:30 acdt=+10:30 awst=+08:00 nzst=+12:00"
                    + " nzdt=+13:00 غرينتش=Z";

    private static final Map<String, Integer> MONTH_NUMBERS = new HashMap<>();
    private static final Map<String, ZoneId> ZONE_IDS = new HashMap<>();
    private static final Set<String> WEEKDAY_NAMES = words(WEEKDAYS);
    private static final Set<String> INTRODUCERS = words(CLOCK_INTRODUCERS);
    private static final Set<String> ORDINAL_ENDINGS = words(ORDINALS);
    private static final Set<String> JOINING_WORDS = words(JOINERS);

    static {
        for (int month = 0; month < MONTHS.length; month++) {
            for (String name : MONTHS[month].split(" ", -1)) {
                MONTH_NUMBERS.put(DateTokens.fold(name), month + 1);
            }
        }
        for (String zone : ZONES.split(" ", -1)) {
            int equals = zone.indexOf('=');
            String id = zone.substring(equals + 1);
            ZONE_IDS.put(
                    DateTokens.fold(zone.substring(0, equals)),
                    id.indexOf('/') > 0 ? ZoneId.of(id) : ZoneOffset.of(id));
        }
    }

    private DateWords() {}

    /** The month of a name, 1 to 12, or 0. A name of two words is asked for with an underscore between them. */
    static int month(String folded) {
        return MONTH_NUMBERS.getOrDefault(folded, 0);
    }

    static @Nullable ZoneId zone(String folded) {
        return ZONE_IDS.get(folded);
    }

    static boolean weekday(String folded) {
        return WEEKDAY_NAMES.contains(folded);
    }

    static boolean clockIntroducer(String folded) {
        return INTRODUCERS.contains(folded);
    }

    static boolean ordinalEnding(String folded) {
        return ORDINAL_ENDINGS.contains(folded);
    }

    static boolean joiner(String folded) {
        return JOINING_WORDS.contains(folded);
    }

    private static Set<String> words(String list) {
        Set<String> set = new HashSet<>();
        for (String word : list.split(" ", -1)) {
            set.add(DateTokens.fold(word));
        }
        return set;
    }
}
