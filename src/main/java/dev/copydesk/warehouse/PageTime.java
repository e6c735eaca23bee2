package dev.copydesk.warehouse;

/**
 * How long a document took.
 *
 * @param offset where it starts in its file, in bytes
 * @param micros microseconds of extraction and tagging of names
 * @param bytes its size, unpacked
 */
public record PageTime(long sourceFileId, long offset, long micros, long bytes) {}
