package dev.copydesk.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcDigest;

/** Checks a record by the digests in its header (ISO 28500, sections 5.8 and 5.9). */
final class RecordDigests {

    private RecordDigests() {}

    /**
     * Whether the digest in this field was taken of one of these byte sequences; true when there is no digest.
     *
     * @param warnings gets {@code DIGEST_UNKNOWN} when the digest cannot be understood, which counts as true
     */
    static boolean fits(RecordHeader header, String field, List<byte[]> candidates, Set<CaptureWarning> warnings) {
        String text = header.text(field);
        if (text == null) {
            return true;
        }
        try {
            WarcDigest declared = new WarcDigest(text);
            for (byte[] candidate : candidates) {
                MessageDigest digest = declared.getDigester();
                digest.update(candidate);
                if (new WarcDigest(digest).equals(declared)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchAlgorithmException | RuntimeException e) {
            warnings.add(CaptureWarning.DIGEST_UNKNOWN);
            return true;
        }
    }

    /** The digest in this field in one way of writing; null when it is missing or cannot be understood. */
    static @Nullable String canonical(RecordHeader header, String field) {
        String text = header.text(field);
        try {
            return text == null ? null : new WarcDigest(text).prefixedBase32();
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** SHA-1, which is what crawlers take unless told otherwise, as they write it. */
    static String sha1(byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(payload);
            return new WarcDigest(digest).prefixedBase32();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
