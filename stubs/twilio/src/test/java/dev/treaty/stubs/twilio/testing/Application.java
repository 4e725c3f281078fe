package dev.treaty.stubs.twilio.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import dev.treaty.stubs.vendor.request.FormParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application on this machine: it keeps what Twilio sends, and responds as a test says. */
public final class Application implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();

    private Application(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts it on a free port. */
    public static Application start() {
        try {
            return new Application(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a path. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Responds to a path with TwiML from now on, and sets cookies with it, e.g. {@code "step=1; Path=/"}. */
    public void replyTwiml(String path, String twiml, String... setCookies) {
        replies.put(path, new Reply(200, twiml, List.of(setCookies)));
    }

    /** Responds to a path with a status from now on. */
    public void replyStatus(String path, int status) {
        replies.put(path, new Reply(status, "", List.of()));
    }

    /** What has arrived for a path, the oldest first. */
    public List<Received> received(String path) {
        return received.stream().filter(request -> request.path.equals(path)).toList();
    }

    /** One field of what has arrived for a path. */
    public List<String> received(String path, String field) {
        return received(path).stream()
                .map(request -> request.form.getOrDefault(field, ""))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = new TreeMap<String, String>();
            FormParameters.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .forEach((name, values) -> form.put(name, values.get(0)));
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    url(exchange.getRequestURI().toString()),
                    form,
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Twilio-Signature")),
                    exchange.getRequestHeaders().getOrDefault("Cookie", List.of())));
            var reply = replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(200, "", List.of()));
            var body = reply.body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            reply.cookies.forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
            exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * A request of Twilio's.
     *
     * @param url with its query
     * @param cookies the values of the header
     */
    public record Received(String path, String url, Map<String, String> form, String signature, List<String> cookies) {

        /** Whether the SDK accepts the signature. */
        public boolean isSignedWith(String authToken) {
            return new RequestValidator(authToken).validate(url, form, signature);
        }
    }

    private record Reply(int status, String body, List<String> cookies) {}
}
