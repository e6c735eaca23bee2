package dev.copydesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A bucket {@value #BUCKET} of a server that is compatible with S3: GetObject with stretches, HeadObject, and ListObjectsV2 in
 * pages of two, by path-style requests. Refuses requests that are not signed for {@value #ACCESS_KEY}.
 */
public final class S3Stub implements AutoCloseable {

    public static final String BUCKET = "crawls";
    public static final String ACCESS_KEY = "AKTEST";
    public static final String SECRET_KEY = "secret-of-the-tests";

    private static final int PAGE = 2;

    public final WebStub web = new WebStub();
    private final TreeMap<String, byte[]> objects = new TreeMap<>();

    public S3Stub() {
        web.specially(this::answers);
    }

    /** The SDK's variables with which it is found. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                web.url(""),
                "AWS_ACCESS_KEY_ID",
                ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                SECRET_KEY,
                "AWS_REGION",
                "eu-test-1");
    }

    public S3Stub put(String key, byte[] bytes) {
        objects.put(key, bytes);
        web.put("/" + BUCKET + "/" + escaped(key), bytes);
        return this;
    }

    public static String url(String key) {
        return "s3://" + BUCKET + "/" + key;
    }

    private static String escaped(String key) {
        return Arrays.stream(key.split("/", -1))
                .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20").replace("*", "%2A"))
                .collect(Collectors.joining("/"));
    }

    private boolean answers(HttpExchange exchange) throws IOException {
        String authorisation = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean signed = authorisation.startsWith("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/")
                && authorisation.contains("/eu-test-1/s3/aws4_request")
                && authorisation.contains("Signature=");
        if (!signed) {
            WebStub.send(exchange, 403, "<Error><Code>AccessDenied</Code><Message>not signed</Message></Error>");
            return true;
        }
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null || !query.contains("list-type=2")) {
            return false;
        }
        if (!exchange.getRequestURI().getPath().matches("/" + BUCKET + "/?")) {
            WebStub.send(exchange, 404, "<Error><Code>NoSuchBucket</Code><Message>no such bucket</Message></Error>");
            return true;
        }
        WebStub.send(exchange, 200, listing(parameters(query)));
        return true;
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8)));
    }

    private String listing(Map<String, String> parameters) {
        String prefix = parameters.getOrDefault("prefix", "");
        List<String> keys = objects.tailMap(parameters.getOrDefault("continuation-token", ""), false).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
        List<String> page = keys.stream().limit(PAGE).toList();
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><EncodingType>url</EncodingType>");
        for (String key : page) {
            byte[] bytes = objects.get(key);
            xml.append("<Contents><Key>%s</Key><Size>%d</Size><ETag>&quot;%s&quot;</ETag>"
                    .formatted(URLEncoder.encode(key, UTF_8), bytes.length, WarcBuilder.sha1(bytes)));
            xml.append("<LastModified>2026-03-02T08:15:00.000Z</LastModified></Contents>");
        }
        boolean more = page.size() < keys.size();
        xml.append("<IsTruncated>" + more + "</IsTruncated>");
        if (more) {
            xml.append("<NextContinuationToken>" + page.get(page.size() - 1) + "</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    @Override
    public void close() {
        web.close();
    }
}
