package dev.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document in {@code docs/} that a test makes: written anew with {@code -Dcopydesk.docs=write}, else held against. */
public final class GeneratedDocument {

    private GeneratedDocument() {}

    /** Fails when the document is not what it should be; {@code test} is the class that makes it. */
    public static void hold(Path document, String content, Class<?> test) throws IOException {
        if ("write".equals(System.getProperty("copydesk.docs"))) {
            Files.writeString(document, content);
        }
        assertThat(Files.exists(document) ? Files.readString(document) : "")
                .as(
                        "%s; when the change is meant, write it anew: mvn verify -Dtest=%s -Dcopydesk.docs=write",
                        document, test.getSimpleName())
                .isEqualTo(content);
    }
}
