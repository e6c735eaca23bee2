package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "en # The mayor said on Monday that the bridge will not be open before the end of the year.",
                "de # Der Bürgermeister sagte am Montag, die Brücke werde nicht vor dem Ende des Jahres geöffnet.",
                "fr # Le maire a déclaré lundi que le pont ne sera pas ouvert avant la fin de l'année.",
                "es # El alcalde dijo el lunes que el puente no se abrirá antes de que termine el año.",
                "it # Il sindaco ha detto lunedì che il ponte non sarà aperto prima della fine dell'anno.",
                "pt # O prefeito disse na segunda-feira que a ponte não será aberta antes do fim do ano.",
                "nl # De burgemeester zei maandag dat de brug niet voor het einde van het jaar open gaat.",
                "sv # Borgmästaren sade på måndagen att bron inte kommer att öppnas före årets slut och det är sent.",
                "no # Ordføreren sa på mandag at broen ikke blir åpnet før slutten av året, og det er noe sent nå.",
                "da # Borgmesteren sagde mandag, at broen ikke bliver åbnet før slutningen af året, og det er noget sent nu.",
                "fi # Pormestari sanoi maanantaina, että silta ei ole auki ennen vuoden loppua ja se on myös kallis.",
                "tr # Belediye başkanı pazartesi günü köprünün yıl sonundan önce açılmayacağını ve çok pahalı olduğu için bir karar verdi.",
                "pl # Burmistrz powiedział w poniedziałek, że most nie zostanie otwarty przed końcem roku i to jest za późno.",
                "cs # Starosta v pondělí řekl, že most se neotevře před koncem roku a že je to pro město drahé.",
                "ro # Primarul a spus luni că podul nu va fi deschis înainte de sfârșitul anului și este scump pentru oraș.",
                "hu # A polgármester hétfőn azt mondta, hogy a híd nem nyílik meg az év vége előtt, és ez egy drága terv.",
                "id # Wali kota mengatakan pada hari Senin bahwa jembatan itu tidak akan dibuka dan biaya untuk kota ini besar.",
                "vi # Thị trưởng cho biết cây cầu sẽ không được mở trước khi hết năm và đó là một vấn đề của thành phố.",
                "ru # Мэр сказал в понедельник, что мост не откроют до конца года.",
                "uk # Мер сказав у понеділок, що міст не відкриють до кінця року.",
                "bg # Кметът каза в понеделник, че мостът няма да се отвори преди края на годината.",
                "ar # قال رئيس البلدية يوم الاثنين إن الجسر لن يفتح قبل نهاية السنة",
                "fa # شهردار گفت که پل پیش از پایان سال باز نمی شود و گران است",
                "ur # میئر نے پیر کو کہا کہ پل سال کے آخر سے پہلے نہیں کھلے گا اور یہ بڑا مسئلہ ہے",
                "he # ראש העיר אמר ביום שני שהגשר לא ייפתח לפני סוף השנה",
                "el # Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα δεν θα ανοίξει",
                "ja # 市長は月曜日、橋は年末まで開かないと述べた。",
                "zh # 市长星期一表示，大桥年底前不会开放。",
                "ko # 시장은 월요일 다리가 연말 전에는 열리지 않을 것이라고 말했다.",
                "th # นายกเทศมนตรีกล่าวว่าสะพานจะไม่เปิดก่อนสิ้นปี",
                "hi # महापौर ने सोमवार को कहा कि पुल साल के अंत से पहले नहीं खुलेगा और यह महंगा है।",
            })
    void tellsTheLanguage(String language, String text) {
        assertThat(Language.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12:30 / 45", "Reuters", "Xylo Brant Corvo Plint Dask Morv Trelk", "ok"})
    void saysNothingWhenUnsure(String text) {
        assertThat(Language.detect(text)).isNull();
    }
}
