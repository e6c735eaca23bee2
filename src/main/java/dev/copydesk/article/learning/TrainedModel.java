package dev.copydesk.article.learning;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads models that the build carries as resources. */
public final class TrainedModel {

    private TrainedModel() {}

    /** Reads a model from its bytes. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    /**
     * The model in a resource beside a class.
     *
     * @throws IllegalStateException when the build lacks it
     * @throws UncheckedIOException when it cannot be read
     */
    public static <T> T read(Class<?> owner, String resource, Reader<T> reader) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the build");
            }
            return reader.read(new BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }
}
