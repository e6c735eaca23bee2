package dev.copydesk.document;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a page file says about it: {@code .html .htm .xhtml .txt}, each also with {@code .gz}, in any case.
 */
record PageName(DocumentFormat format, boolean gzipped) {

    static final String SUPPORTED = ".html, .htm, .xhtml, .txt, each also with .gz";

    /** Names come from outside: anything else is no extension that is worth counting or safe to print. */
    private static final Pattern PLAIN_EXTENSION = Pattern.compile("[a-z0-9]{1,12}");

    /** What this file name says, or null when it is not the name of a page. */
    static @Nullable PageName of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean gzipped = name.endsWith(".gz");
        String inner = gzipped ? name.substring(0, name.length() - 3) : name;
        if (inner.endsWith(".html") || inner.endsWith(".htm") || inner.endsWith(".xhtml")) {
            return new PageName(DocumentFormat.HTML, gzipped);
        }
        return inner.endsWith(".txt") ? new PageName(DocumentFormat.TEXT, gzipped) : null;
    }

    /** The extension in lower case and without its dot, such as {@code pdf} or {@code tar.gz}; empty for none. */
    static String extension(String fileName) {
        String last = lastExtension(fileName.toLowerCase(Locale.ROOT));
        if (!last.equals("gz")) {
            return last;
        }
        String inner =
                lastExtension(fileName.substring(0, fileName.length() - 3).toLowerCase(Locale.ROOT));
        return inner.isEmpty() ? last : inner + ".gz";
    }

    private static String lastExtension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 ? "" : name.substring(dot + 1);
        return PLAIN_EXTENSION.matcher(extension).matches() ? extension : "";
    }
}
