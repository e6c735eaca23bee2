package dev.copydesk.batch;

import java.util.List;

/** The inputs hold no file that could be loaded. */
public final class NothingToLoadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingToLoadException(List<String> inputs) {
        super("no page to load in " + String.join(", ", inputs)
                + " (read are .html .htm .xhtml .txt .warc .wet, each also gzipped; .warc.zst, .wacz)");
    }
}
