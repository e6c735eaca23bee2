package dev.copydesk.document;

import java.nio.charset.StandardCharsets;

/** Bytes to text. */
final class DecodedText {

    private DecodedText() {}

    static String of(byte[] payload, DocumentFormat format) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
