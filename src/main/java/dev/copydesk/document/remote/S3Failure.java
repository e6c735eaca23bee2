package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.SourceChangedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what the AWS SDK throws in the words of this package. */
final class S3Failure {

    private static final int DEPTH = 20;

    private S3Failure() {}

    /** What the call returns. */
    static <T> T translated(String url, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (S3Exception e) {
            if (e.statusCode() == 412 || e.statusCode() == 416) {
                throw new SourceChangedException();
            }
            if (e.statusCode() == 301 || e.statusCode() == 307) {
                throw new RemoteAccessException(
                        "REMOTE_STATUS", url, "the bucket is in another region: set AWS_REGION (" + said(e) + ")");
            }
            throw Status.failure(e.statusCode(), url, said(e), null);
        } catch (SdkClientException e) {
            IOException cause = ioException(e);
            if (cause != null) {
                throw cause;
            }
            throw new RemoteAccessException("REMOTE_STATUS", url, String.valueOf(e.getMessage()));
        }
    }

    private static String said(S3Exception e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return "the server answers " + e.statusCode() + (code == null ? "" : " " + code);
    }

    /** The network's own failure, which the SDK wraps. */
    private static @Nullable IOException ioException(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; depth < DEPTH && current != null; depth++) {
            if (current instanceof IOException io && !(io instanceof NoSuchFileException)) {
                return io;
            }
            current = current.getCause();
        }
        return null;
    }
}
