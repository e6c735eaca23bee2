package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Which S3 is meant.
 *
 * @param own the endpoint that the SDK takes from its own variables, or null for the one of AWS
 */
record S3Endpoint(@Nullable String own) {

    /** What the SDK's variables and system properties say, the one for S3 alone first. */
    static S3Endpoint configured() {
        return new S3Endpoint(Stream.of(
                        System.getProperty("aws.endpointUrlS3"),
                        System.getenv("AWS_ENDPOINT_URL_S3"),
                        System.getProperty("aws.endpointUrl"),
                        System.getenv("AWS_ENDPOINT_URL"))
                .filter(url -> url != null && !url.isBlank())
                .findFirst()
                .orElse(null));
    }

    /** Whether it is not AWS; such servers seldom have a host name for each bucket. */
    boolean isOwn() {
        return own != null;
    }

    String shown() {
        return own == null ? "S3" : own;
    }

    /** The region that requests are signed for. Servers that are not AWS mostly have none, and take this one. */
    Region region() {
        AwsRegionProvider known = isOwn()
                ? new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                : DefaultAwsRegionProviderChain.builder().build();
        try {
            return known.getRegion();
        } catch (SdkClientException e) {
            if (isOwn()) {
                return Region.US_EAST_1;
            }
            throw new RemoteAccessException(
                    "REMOTE_CREDENTIALS_MISSING",
                    shown(),
                    "it is not known in which region the bucket is: set AWS_REGION");
        }
    }
}
