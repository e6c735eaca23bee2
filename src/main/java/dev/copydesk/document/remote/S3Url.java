package dev.copydesk.document.remote;

/**
 * A bucket, and a key or what keys begin with.
 *
 * @param key as it is, nothing in it is escaped
 */
record S3Url(String bucket, String key) {

    private static final String SCHEME = "s3://";

    /** The parts of a URL that was understood as one of S3. */
    static S3Url of(String url) {
        int slash = url.indexOf('/', SCHEME.length());
        return slash < 0
                ? new S3Url(url.substring(SCHEME.length()), "")
                : new S3Url(url.substring(SCHEME.length(), slash), url.substring(slash + 1));
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
