package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.RemoteAddress;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers, without cookies, credentials or proxies, and follows where they refer to, step by step, as each step is to be
 * checked.
 */
final class HttpAnswers implements Closeable {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Connections at a time to one server; no more than there are threads. */
    private static final int CONNECTIONS = 64;

    private final CloseableHttpClient client;

    HttpAnswers(CheckedDns dns) {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dns)
                        .setMaxConnTotal(2 * CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .setSocketTimeout(Timeout.ofSeconds(30))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(Timeout.ofSeconds(30))
                        .build())
                .setUserAgent("Copydesk")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** The answer to GET with these headers, for the caller to close. */
    ClassicHttpResponse of(String url, List<Header> headers) throws IOException {
        URI uri = URI.create(URI.create(url).toASCIIString());
        for (int step = 0; step <= MOST_REDIRECTS; step++) {
            HttpGet get = new HttpGet(uri);
            get.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity"); // bytes as they are stored
            headers.forEach(get::setHeader);
            ClassicHttpResponse answer = client.executeOpen(null, get, null);
            if (!REDIRECTS.contains(answer.getCode())) {
                return answer;
            }
            String location = text(answer, HttpHeaders.LOCATION);
            answer.close();
            uri = target(url, uri, location == null ? "" : location);
        }
        throw refusedRedirect(url, "it refers to another place more than " + MOST_REDIRECTS + " times over");
    }

    private static URI target(String url, URI from, String location) {
        URI to;
        try {
            to = from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw refusedRedirect(url, "it refers to what is no URL");
        }
        boolean web = "https".equalsIgnoreCase(to.getScheme()) || "http".equalsIgnoreCase(to.getScheme());
        if (location.isEmpty() || !web || to.getHost() == null || to.getRawUserInfo() != null) {
            throw refusedRedirect(url, "it refers to what is no https or http URL without credentials");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw refusedRedirect(url, "it refers from https to " + RemoteAddress.shown(to.toString()));
        }
        return to;
    }

    private static RemoteAccessException refusedRedirect(String url, String what) {
        return new RemoteAccessException("REMOTE_REDIRECT_REFUSED", url, what);
    }

    /**
     * Lets answers pass that bring bytes.
     *
     * @throws NoSuchFileException when there is no such file
     * @throws Patience.Busy when another try may bring them
     */
    static void requireGiven(ClassicHttpResponse answer, String url) throws IOException {
        int status = answer.getCode();
        if (status != 200 && status != 206) {
            throw Status.failure(
                    status, url, "the server answers " + status, pause(text(answer, HttpHeaders.RETRY_AFTER)));
        }
    }

    private static @Nullable Duration pause(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    /** Bytes of the whole file; -1 when the answer does not tell. */
    static long size(ClassicHttpResponse answer) {
        if (answer.getCode() == 200) {
            String length = text(answer, HttpHeaders.CONTENT_LENGTH);
            return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
        }
        ContentRange range = ContentRange.parse(text(answer, HttpHeaders.CONTENT_RANGE));
        return range == null ? -1 : range.total();
    }

    static @Nullable String text(ClassicHttpResponse answer, String header) {
        Header first = answer.getFirstHeader(header);
        return first == null || first.getValue() == null
                ? null
                : first.getValue().strip();
    }

    /** The time in this header; null when there is none that can be understood. */
    static @Nullable Instant time(ClassicHttpResponse answer, String header) {
        return DateUtils.parseStandardDate(answer, header);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
