package dev.copydesk.document;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a source file says about it, in any case: {@code .html .htm .xhtml .txt .warc .wet}, each also with
 * {@code .gz}; {@code .warc.zst .wet.zst}; {@code .wacz}. What has another name that ends in {@code .gz} or {@code
 * .zst} is looked at.
 */
record PageName(SourceFormat format, boolean gzipped) {

    static final String SUPPORTED = ".html, .htm, .xhtml, .txt, .warc, .wet, each also with .gz, .warc.zst, .wacz";

    /** What a packed file is whose content alone tells that it holds records. */
    static final PageName PACKED_RECORDS = new PageName(SourceFormat.WARC, true);

    /** Names come from outside: anything else is no extension that is worth counting or safe to print. */
    private static final Pattern PLAIN_EXTENSION = Pattern.compile("[a-z0-9]{1,12}");

    /** What the name of this file says, or its content where the name says no more than that it is packed; null for neither. */
    static @Nullable PageName of(Path file) {
        String name = String.valueOf(file.getFileName());
        PageName page = of(name);
        return page == null && mayBeSource(name) && ArchiveSniffer.holdsRecords(file) ? PACKED_RECORDS : page;
    }

    /** Whether this is the name of a source file, or one whose content may make it one. */
    static boolean mayBeSource(String fileName) {
        return of(fileName) != null || fileName.toLowerCase(Locale.ROOT).matches("(?s).*\\.(gz|zst)");
    }

    /** What this file name says, or null when it is not the name of a source file. */
    static @Nullable PageName of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean gzipped = name.endsWith(".gz");
        boolean packed = gzipped || name.endsWith(".zst");
        String inner = packed ? name.substring(0, name.lastIndexOf('.')) : name;
        if (inner.endsWith(".warc") || inner.endsWith(".wet")) {
            return new PageName(SourceFormat.WARC, packed);
        }
        if (name.endsWith(".wacz")) {
            return new PageName(SourceFormat.WACZ, false);
        }
        if (packed && !gzipped) {
            return null;
        }
        if (inner.endsWith(".html") || inner.endsWith(".htm") || inner.endsWith(".xhtml")) {
            return new PageName(SourceFormat.HTML, gzipped);
        }
        return inner.endsWith(".txt") ? new PageName(SourceFormat.TEXT, gzipped) : null;
    }

    /** The extension in lower case and without its dot, such as {@code pdf} or {@code tar.gz}; empty for none. */
    static String extension(String fileName) {
        String last = lastExtension(fileName.toLowerCase(Locale.ROOT));
        if (!last.equals("gz") && !last.equals("zst")) {
            return last;
        }
        String inner = lastExtension(
                fileName.substring(0, fileName.length() - last.length() - 1).toLowerCase(Locale.ROOT));
        return inner.isEmpty() ? last : inner + "." + last;
    }

    private static String lastExtension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 ? "" : name.substring(dot + 1);
        return PLAIN_EXTENSION.matcher(extension).matches() ? extension : "";
    }
}
