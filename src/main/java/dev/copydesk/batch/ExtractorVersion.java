package dev.copydesk.batch;

import dev.copydesk.document.PayloadDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which extraction code this is: a digest of the classes, models and word lists of the packages that turn bytes into articles
 * and names. Every change of them is another version, without anybody's having to think of it.
 */
final class ExtractorVersion {

    private static final String[] PACKAGES = {"document", "article", "entity"};
    private static final int BYTES = 8;

    private ExtractorVersion() {}

    /** The version of the code that runs: 16 hexadecimal digits. */
    static String present() {
        return Holder.PRESENT;
    }

    private static final class Holder {
        private static final String PRESENT = digest();
    }

    private static String digest() {
        MessageDigest digest = PayloadDigest.sha256();
        for (String name : PACKAGES) {
            resources(name).forEach(resource -> add(digest, resource));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** The files of a package and the packages in it, in an order that is the same wherever Copydesk is installed. */
    private static Stream<Resource> resources(String name) {
        try {
            Resource[] resources = new PathMatchingResourcePatternResolver(ExtractorVersion.class.getClassLoader())
                    .getResources("classpath*:dev/copydesk/" + name + "/**/*.*");
            return Stream.of(resources).sorted(Comparator.comparing(ExtractorVersion::path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource resource) {
        try {
            String path = resource.getURL().getPath();
            return path.substring(path.lastIndexOf("/dev/copydesk/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            digest.update(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
