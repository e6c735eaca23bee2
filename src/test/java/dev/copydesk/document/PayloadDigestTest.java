package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadDigestTest {

    /** FIPS 180-2, appendix B.1. */
    @Test
    void isSha256InLowerCaseHexadecimal() {
        assertThat(PayloadDigest.of("abc".getBytes(US_ASCII)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
