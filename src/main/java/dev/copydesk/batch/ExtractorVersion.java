package dev.copydesk.batch;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.document.PayloadDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which extraction code this is: a digest of the classes, models and word lists of the packages that turn bytes into articles
 * and names. Every change of them is another version, without anybody's having to think of it. Taken of the checksums that a
 * jar has of its files, so that a load need not read them to know.
 */
final class ExtractorVersion {

    private static final String ROOT = "dev/copydesk/";
    private static final List<String> PACKAGES = List.of(ROOT + "document/", ROOT + "article/", ROOT + "entity/");
    private static final int DIGITS = 16;

    private ExtractorVersion() {}

    /** The version of the code that runs: 16 hexadecimal digits. */
    static String present() {
        return Holder.PRESENT;
    }

    private static final class Holder {
        private static final String PRESENT = digest();
    }

    private static String digest() {
        StringBuilder files = new StringBuilder();
        checksums()
                .forEach((name, checksum) ->
                        files.append(name).append(' ').append(checksum).append('\n'));
        return PayloadDigest.of(files.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, DIGITS);
    }

    /** CRC-32 of each file by its name, in an order that is the same wherever Copydesk is installed. */
    private static Map<String, Long> checksums() {
        String name = ROOT + "article/" + ArticleExtractor.class.getSimpleName() + ".class";
        URL known = Objects.requireNonNull(ArticleExtractor.class.getResource("/" + name));
        try {
            if (known.openConnection() instanceof JarURLConnection jar) {
                return inJar(jar);
            }
            String folder = known.toString();
            return inFolder(Path.of(new URI(folder.substring(0, folder.length() - name.length()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the extractor's classes stand at no address: " + known, e);
        }
    }

    private static Map<String, Long> inJar(JarURLConnection connection) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        connection.getJarFile().stream()
                .filter(entry -> !entry.isDirectory() && isOfExtractor(entry.getName()))
                .forEach((JarEntry entry) -> checksums.put(entry.getName(), entry.getCrc()));
        return checksums;
    }

    private static Map<String, Long> inFolder(Path root) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isOfExtractor(name)) {
                    CRC32 checksum = new CRC32();
                    checksum.update(Files.readAllBytes(file));
                    checksums.put(name, checksum.getValue());
                }
            }
        }
        return checksums;
    }

    private static boolean isOfExtractor(String name) {
        return PACKAGES.stream().anyMatch(name::startsWith);
    }
}
