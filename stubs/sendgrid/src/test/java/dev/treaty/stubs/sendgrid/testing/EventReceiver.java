package dev.treaty.stubs.sendgrid.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An application on this machine that gets the events of accounts. */
public final class EventReceiver implements AutoCloseable {

    private static final List<String> EVENTS = List.of(
            "processed",
            "dropped",
            "delivered",
            "deferred",
            "bounce",
            "open",
            "click",
            "spam_report",
            "unsubscribe",
            "group_unsubscribe",
            "group_resubscribe");

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    private EventReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            try (exchange) {
                received.add(new Received(
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                        exchange.getRequestHeaders().getFirst("X-Twilio-Email-Event-Webhook-Signature"),
                        exchange.getRequestHeaders().getFirst("X-Twilio-Email-Event-Webhook-Timestamp")));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    /** Starts it on a free port. */
    public static EventReceiver start() {
        try {
            return new EventReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** Has an account send all of its events here, unsigned; returns the webhook's id. */
    public String registerAt(SendGridAccount account) {
        var settings = new LinkedHashMap<String, Object>(Map.of("enabled", true, "url", url()));
        EVENTS.forEach(event -> settings.put(event, true));
        return account.post("user/webhooks/event/settings", settings).path("id").asText();
    }

    /** Responds with this status from now on. */
    public void respond(int newStatus) {
        status = newStatus;
    }

    /** What arrived, the oldest first. */
    public List<Received> received() {
        return received;
    }

    /** All events that arrived, the oldest first. */
    public List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        received.forEach(request -> Json.parse(request.body.getBytes(UTF_8)).forEach(events::add));
        return events;
    }

    /** The kinds of the events, and whose they are: {@code "delivered jane@example.org"}. */
    public List<String> kinds() {
        return events().stream()
                .map(event ->
                        event.path("event").asText() + " " + event.path("email").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * A request with events.
     *
     * @param signature null if there is none
     * @param timestamp null if there is none
     */
    public record Received(
            String body,
            @Nullable String signature,
            @Nullable String timestamp) {}
}
