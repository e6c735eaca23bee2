package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.RemoteFiles.Found;
import dev.copydesk.document.SourceChangedException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects of S3 and of servers that are compatible with it. Credentials, region and endpoint are found as the AWS SDK finds them.
 * The SDK's own tries are switched off, as {@link Patience} has them, and so are its checks of whole objects, which stretches
 * do not have. The services that the SDK gets credentials from are asked by other means and may have private addresses.
 */
final class S3Files implements Closeable {

    private static final int CONNECTIONS = 64;

    private final S3Client client;
    private final Patience patience;

    /** Fails where there are no credentials or no region. */
    S3Files(CheckedDns dns, Patience patience) {
        this.patience = patience;
        S3Endpoint endpoint = S3Endpoint.configured();
        Region region = endpoint.region();
        AwsCredentialsProvider credentials = credentials(endpoint);
        this.client = S3Client.builder()
                .credentialsProvider(credentials)
                .region(region)
                .forcePathStyle(endpoint.isOwn())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(common -> common.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .dnsResolver(dns)
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(30))
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariableValues(false)
                                .build()))
                .build();
    }

    private static AwsCredentialsProvider credentials(S3Endpoint endpoint) {
        DefaultCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
            return credentials;
        } catch (SdkClientException e) {
            credentials.close();
            throw new RemoteAccessException(
                    "REMOTE_CREDENTIALS_MISSING",
                    endpoint.shown(),
                    "there are no credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role of this"
                            + " machine; objects that everybody may read can be loaded by their https URL");
        }
    }

    Found find(String url) throws IOException {
        S3Url object = S3Url.of(url);
        HeadObjectResponse head = patience.insist(
                url,
                () -> S3Failure.translated(
                        url,
                        () -> client.headObject(
                                request -> request.bucket(object.bucket()).key(object.key()))));
        return found(url, head.contentLength(), head.lastModified(), head.eTag(), head.contentType());
    }

    /** Page by page, each of up to a thousand; the service lists keys by their UTF-8 bytes. */
    void list(String folder, Consumer<Found> files) throws IOException {
        S3Url below = S3Url.of(folder);
        String token = null;
        do {
            String from = token;
            ListObjectsV2Response page = patience.insist(
                    folder,
                    () -> S3Failure.translated(
                            folder,
                            () -> client.listObjectsV2(request -> request.bucket(below.bucket())
                                    .prefix(below.key())
                                    .continuationToken(from))));
            for (S3Object object : page.contents()) {
                String url = new S3Url(below.bucket(), object.key()).toString();
                files.accept(found(url, object.size(), object.lastModified(), object.eTag(), null));
            }
            token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (token != null);
    }

    private static Found found(
            String url,
            @Nullable Long size,
            @Nullable Instant modifiedAt,
            @Nullable String tag,
            @Nullable String contentType) {
        String version = size == null ? null : Version.of(tag, null, null, size);
        if (size == null || version == null) {
            throw new RemoteAccessException(
                    "REMOTE_ANSWER_WRONG", url, "the server does not tell the size and the entity tag of the object");
        }
        return new Found(url, size, modifiedAt, version, contentType);
    }

    /** Stretches of the object in this version. */
    RangeSource source(String url, long size, String version) {
        return new Source(url, size, version);
    }

    @Override
    public void close() {
        client.close();
    }

    private final class Source implements RangeSource {

        private final String url;
        private final S3Url object;
        private final long size;
        private final String version;

        Source(String url, long size, String version) {
            this.url = url;
            this.object = S3Url.of(url);
            this.size = size;
            this.version = version;
        }

        @Override
        public String shown() {
            return url;
        }

        @Override
        public Part stretch(long from, long to) throws IOException {
            return part("bytes=" + from + "-" + to, from);
        }

        @Override
        public Part all() throws IOException {
            return part(null, 0);
        }

        private Part part(@Nullable String range, long from) throws IOException {
            ResponseInputStream<GetObjectResponse> body = S3Failure.translated(
                    url,
                    () -> client.getObject(request -> request.bucket(object.bucket())
                            .key(object.key())
                            .range(range)
                            .ifMatch(Version.tag(version))));
            try {
                GetObjectResponse answer = body.response();
                ContentRange sent = ContentRange.parse(answer.contentRange());
                boolean whole = answer.contentRange() == null;
                if (!version.equals(Version.of(answer.eTag(), null, null, size))
                        || (sent != null && sent.total() != size)) {
                    throw new SourceChangedException();
                }
                if (!whole && (sent == null || sent.start() != from)) {
                    throw ContentRange.wrong(url, from);
                }
                return new Part(body, whole, size, () -> end(body));
            } catch (IOException | RuntimeException e) {
                body.abort();
                throw e;
            }
        }
    }

    /** A body that was read to its end leaves the connection to the next request, any other gives it up. */
    private static void end(ResponseInputStream<GetObjectResponse> body) throws IOException {
        boolean ended = false;
        try {
            ended = body.read() < 0;
        } finally {
            if (ended) {
                body.close();
            } else {
                body.abort();
            }
        }
    }
}
