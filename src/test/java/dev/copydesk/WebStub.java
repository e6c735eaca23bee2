package dev.copydesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A web server on the loopback interface that does as it is told, badly too, and remembers what it was asked for. */
public final class WebStub implements AutoCloseable {

    public static final String MODIFIED = "Mon, 02 Mar 2026 08:15:00 GMT";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    /** A request; the range is from the first to the last byte, or -1 twice where none was asked for. */
    public record Request(String method, String path, long from, long to, Map<String, List<String>> headers) {
        public @Nullable String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    /** What lies at a path. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
    public record Content(
            byte[] bytes, @Nullable String tag, @Nullable String modified) {}

    /** Answers a request instead of the server; false leaves it to the server. */
    public interface Special {
        boolean answers(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private volatile Special special = exchange -> false;
    private volatile boolean ranges = true;
    private volatile boolean conditions = true;
    private volatile boolean lengths = true;
    private volatile int breaks;
    private volatile int breakAfter;
    public final List<Request> requests = new CopyOnWriteArrayList<>();

    public WebStub() {
        this(newServer());
    }

    /** On a server that is not started yet, such as one that speaks TLS. */
    public WebStub(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Bytes with an entity tag made of them, and a modification long ago. */
    public WebStub put(String path, byte[] bytes) {
        return put(path, new Content(bytes, "\"" + WarcBuilder.sha1(bytes) + "\"", MODIFIED));
    }

    public WebStub put(String path, Content content) {
        contents.put(path, content);
        return this;
    }

    public void remove(String path) {
        contents.remove(path);
    }

    /** The next answers have these statuses and no content. */
    public synchronized void answer(Integer... next) {
        statuses.addAll(List.of(next));
    }

    public void specially(Special answers) {
        special = answers;
    }

    /** Sends whole files whatever is asked for. */
    public WebStub withoutRanges() {
        ranges = false;
        return this;
    }

    /** Sends whatever is there now, whatever version is asked for. */
    public WebStub withoutConditions() {
        conditions = false;
        return this;
    }

    /** Sends files without their length, in chunks. */
    public WebStub withoutLengths() {
        lengths = false;
        return this;
    }

    /** The next so many answers break off after so many bytes. */
    public void breakOff(int times, int bytes) {
        breakAfter = bytes;
        breaks = times;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        boolean asked = range.matches();
        long from = asked ? Long.parseLong(range.group(1)) : -1;
        long to = asked ? Long.parseLong(range.group(2)) : -1;
        requests.add(new Request(exchange.getRequestMethod(), path, from, to, exchange.getRequestHeaders()));
        try {
            Integer status = nextStatus();
            if (status != null) {
                exchange.sendResponseHeaders(status, -1);
            } else if (!special.answers(exchange)) {
                send(exchange, contents.get(path), asked && ranges, from, to);
            }
        } finally {
            exchange.close();
        }
    }

    private synchronized @Nullable Integer nextStatus() {
        return statuses.poll();
    }

    private void send(HttpExchange exchange, @Nullable Content content, boolean ranged, long from, long to)
            throws IOException {
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (content.tag() != null) {
            exchange.getResponseHeaders().set("ETag", content.tag());
        }
        if (content.modified() != null) {
            exchange.getResponseHeaders().set("Last-Modified", content.modified());
        }
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        String unmodified = exchange.getRequestHeaders().getFirst("If-Unmodified-Since");
        if (conditions
                && ((match != null && !match.equals(content.tag()))
                        || (unmodified != null && !unmodified.equals(content.modified())))) {
            exchange.sendResponseHeaders(412, -1);
            return;
        }
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        boolean part = ranged && (!conditions || condition == null || condition.equals(content.tag()));
        int length = content.bytes().length;
        if (part && from >= length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        int end = part ? (int) Math.min(to + 1, length) : length;
        byte[] body = part ? Arrays.copyOfRange(content.bytes(), (int) from, end) : content.bytes();
        if (part) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + length);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(length));
        }
        exchange.sendResponseHeaders(part ? 206 : 200, head || body.length == 0 ? -1 : lengths ? body.length : 0);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body, 0, sent(body.length));
            if (exchange.getResponseBody() != null) {
                exchange.getResponseBody().flush();
            }
        }
    }

    /** How much of a body goes out; of one byte all does, as it is asked for to learn of the file. */
    private synchronized int sent(int length) {
        if (breaks == 0 || length == 1) {
            return length;
        }
        breaks--;
        return Math.min(breakAfter, length);
    }

    /** An answer in XML or HTML. */
    public static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
