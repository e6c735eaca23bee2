package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "2017-11-08T05:17:37Z # 2017-11-08T05:17:37Z",
                "2017-11-08T05:17:37.123Z # 2017-11-08T05:17:37Z",
                "2017-11-08T05:17:37+02:00 # 2017-11-08T05:17:37+02:00",
                "2017-11-08T05:17:37+0200 # 2017-11-08T05:17:37+02:00",
                "2017-11-08T05:17:37.000-05 # 2017-11-08T05:17:37-05:00",
                "2017-11-08T05:17+02:00 # 2017-11-08T05:17:00+02:00",
                "2017-11-08T05:17:37 # 2017-11-08T05:17:37",
                "2017-11-08 05:17:37 # 2017-11-08T05:17:37",
                "2017-11-08 05:17 UTC # 2017-11-08T05:17:00Z",
                "2017-11-08 # 2017-11-08",
                "20171108T051737Z # 2017-11-08T05:17:37Z",
                "1510118257 # 2017-11-08T05:17:37Z",
                "1510118257000 # 2017-11-08T05:17:37Z",
            })
    void readsWhatMachinesWrite(String text, String iso) {
        assertThat(DateParser.parse(text)).map(PublicationDate::iso).hasValue(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Wed, 08 Nov 2017 05:17:37 GMT # 2017-11-08T05:17:37Z",
                "Wed, 08 Nov 2017 05:17:37 +0100 (CET) # 2017-11-08T05:17:37+01:00",
                "Wed Nov  8 05:17:37 EST 2017 # 2017-11-08T05:17:37-05:00",
                "Wed Nov 08 2017 05:17:37 GMT+0100 (CET) # 2017-11-08T05:17:37+01:00",
                "8 November 2017 05:17 GMT # 2017-11-08T05:17:00Z",
                "Nov. 8, 2017, 5:17 p.m. ET # 2017-11-08T17:17:00-05:00",
                "July 8, 2017 at 5:17pm EDT # 2017-07-08T17:17:00-04:00",
                "Updated 5:17 PM ET, Wed November 8, 2017 # 2017-11-08T17:17:00-05:00",
                "14:30, 8 November 2017 # 2017-11-08T14:30:00",
                "November 8th, 2017 # 2017-11-08",
                "the 8th of November 2017 # 2017-11-08",
                "8-Nov-2017 # 2017-11-08",
                "Published: Wednesday, November 8 2017 # 2017-11-08",
                "12:05 a.m. Nov 8, 2017 # 2017-11-08T00:05:00",
                "GMT 10:18 2016 Wednesday ,23 March # 2016-03-23T10:18:00Z",
                "GMT 06:16 2012 Sunday ,05 August # 2012-08-05T06:16:00Z",
            })
    void readsEnglish(String text, String iso) {
        assertThat(DateParser.parse(text)).map(PublicationDate::iso).hasValue(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "08.11.2017, 14:30 Uhr # 2017-11-08T14:30:00",
                "8.11.17 um 9 Uhr # ",
                "08.11.17, 14.30 Uhr # 2017-11-08T14:30:00",
                "Mittwoch, 8. November 2017, 14:30 Uhr MEZ # 2017-11-08T14:30:00+01:00",
                "Stand: 3. März 2017 # 2017-03-03",
                "mercredi 8 novembre 2017 à 14h30 # 2017-11-08T14:30:00",
                "le 1er août 2017 # 2017-08-01",
                "8 de noviembre de 2017 a las 14:30 h # 2017-11-08T14:30:00",
                "miércoles, 8 de noviembre del 2017 # 2017-11-08",
                "8 novembre 2017 alle 14:30 # 2017-11-08T14:30:00",
                "8 de novembro de 2017 às 14h30 # 2017-11-08T14:30:00",
                "quarta-feira, 8 nov. 2017 14:30 # 2017-11-08T14:30:00",
                "woensdag 8 november 2017 om 14.30 uur # 2017-11-08T14:30:00",
                "Publicerad onsdag 8 maj 2017 kl. 14.30 # 2017-05-08T14:30:00",
                "8. desember 2017 kl. 14:30 # 2017-12-08T14:30:00",
                "8 Kasım 2017 Çarşamba 14:30 # 2017-11-08T14:30:00",
                "8 EKİM 2017 # 2017-10-08",
                "8 października 2017, godz. 14:30 # 2017-10-08T14:30:00",
                "8 ноября 2017 года в 14:30 # 2017-11-08T14:30:00",
                "8 мая 2017 г., 14:30 мск # 2017-05-08T14:30:00+03:00",
                "8 листопада 2017, 14:30 # 2017-11-08T14:30:00",
            })
    void readsEuropeanLanguages(String text, String iso) {
        assertThat(DateParser.parse(text).map(PublicationDate::iso)).isEqualTo(Optional.ofNullable(iso));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "الأربعاء 8 نوفمبر 2017 - 14:30 # 2017-11-08T14:30:00",
                "٨ تشرين الثاني ٢٠١٧ # 2017-11-08",
                "8 كانون الأول/ديسمبر 2017 # 2017-12-08",
                "٨ أكتوبر/ تشرين الأول ٢٠١٧ # 2017-10-08",
                "2017年11月8日 14:30 # 2017-11-08T14:30:00",
                "2017年11月8日(水) 14時30分 # 2017-11-08T14:30:00",
                "2017年11月8日 下午2:30 # 2017-11-08T14:30:00",
                "2017. 11. 8. 오후 2:30 # 2017-11-08T14:30:00",
                "2017년 11월 8일 오전 9시 5분 # 2017-11-08T09:05:00",
                "2017/11/08 14:30 # 2017-11-08T14:30:00",
            })
    void readsArabicAndEastAsianLanguages(String text, String iso) {
        assertThat(DateParser.parse(text)).map(PublicationDate::iso).hasValue(iso);
    }

    @Test
    void readsAnAmbiguousOrderOnlyWhereTheLanguageTellsIt() {
        assertThat(DateParser.parse("3/4/2017")).isEmpty();
        assertThat(DateParser.parse("3/4/2017", "en")).isEmpty();
        assertThat(DateParser.parse("3/4/2017", "en-US"))
                .map(PublicationDate::iso)
                .hasValue("2017-03-04");
        assertThat(DateParser.parse("3/4/2017", "en-GB"))
                .map(PublicationDate::iso)
                .hasValue("2017-04-03");
        assertThat(DateParser.parse("3/4/2017", "fr")).map(PublicationDate::iso).hasValue("2017-04-03");
        assertThat(DateParser.parse("3.4.2017")).map(PublicationDate::iso).hasValue("2017-04-03");
        assertThat(DateParser.parse("4/23/2017")).map(PublicationDate::iso).hasValue("2017-04-23");
        assertThat(DateParser.parse("23/4/2017")).map(PublicationDate::iso).hasValue("2017-04-23");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Last Updated : GMT 05:17:37",
                "November 2017",
                "8 November",
                "31 February 2017",
                "2017-13-08",
                "8 November 1817",
                "8 November 2117",
                "version 1.2.2017.4",
                "99999999999999999999",
                "1234567890123456789",
                "call 030 1234567",
                "a may day in 2017",
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(DateParser.parse(text)).isEmpty();
    }

    @Test
    void leavesOutAClockTimeThatIsPartOfARange() {
        assertThat(DateParser.parse("8 November 2017 08:00-10:00"))
                .map(PublicationDate::iso)
                .hasValue("2017-11-08T08:00:00");
    }

    @Test
    void takesAnAmbiguousZoneForNone() {
        assertThat(DateParser.parse("Nov 8, 2017 05:17 IST"))
                .map(PublicationDate::precision)
                .hasValue(PublicationDate.Precision.LOCAL);
    }

    @Test
    void takesTheFirstOfTwoDates() {
        assertThat(DateParser.parse("Published 8 November 2017, updated 9 November 2017 10:00"))
                .map(PublicationDate::iso)
                .hasValue("2017-11-08");
    }

    @Test
    void readsOnlyTheBeginningOfALongText() {
        assertThat(DateParser.parse("1.".repeat(1_000_000) + " 8 November 2017"))
                .isEmpty();
    }
}
