package dev.copydesk.document;

/**
 * How much of a record is held.
 *
 * @param document bytes of a document, unpacked
 */
record RecordLimits(int document) {

    /** What is held of a block that is too large: enough to see what it is. */
    static final int HEAD = 64 * 1024;

    private static final int HTTP_HEADER = 1 << 20;

    /** Bytes of a block, beside the document an HTTP header and the marks between chunks. */
    int block() {
        return (int) Math.min(Integer.MAX_VALUE - 64, (long) document + document / 8 + HTTP_HEADER);
    }

    /** Bytes that are held of the block of a record when it has this length; none of a kind that holds no page. */
    int held(RecordHeader header, long length) {
        return switch (header.type()) {
            case "response", "resource", "conversion" -> length <= block() ? (int) length : HEAD;
            default -> 0;
        };
    }
}
