package dev.copydesk.document;

/**
 * What is wrong with a record of an archive that was read all the same. The names are stable codes: they stand in the
 * database and in the output of {@code extract}.
 */
public enum CaptureWarning {
    /** The crawler stored a part of the page only, and says so ({@code WARC-Truncated}). */
    TRUNCATED,
    /** {@code Content-Length} of the record is not the length of what it holds. */
    LENGTH_WRONG,
    /** The record does not end in two line breaks. */
    TRAILER_WRONG,
    /** {@code WARC-Date} is missing or no date. */
    DATE_INVALID,
    /** The block is not the one that {@code WARC-Block-Digest} was taken of. */
    BLOCK_DIGEST_WRONG,
    /** The payload is not the one that {@code WARC-Payload-Digest} was taken of. */
    PAYLOAD_DIGEST_WRONG,
    /** There is no digest to check the record by. */
    DIGEST_MISSING,
    /** A digest is written in no known way. */
    DIGEST_UNKNOWN,
    /** The response is longer or shorter than its HTTP {@code Content-Length}. */
    HTTP_LENGTH_WRONG,
    /** The response says that it is chunked and is not. */
    TRANSFER_ENCODING_WRONG,
    /** The response says that it is packed and is not. */
    CONTENT_ENCODING_WRONG
}
