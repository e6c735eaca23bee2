package dev.copydesk.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4) of a document's payload or of a whole file.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record PayloadDigest(String hex) {

    /** The digest of these bytes. */
    public static PayloadDigest of(byte[] bytes) {
        return new PayloadDigest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** A fresh SHA-256, for digests over several pieces. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
