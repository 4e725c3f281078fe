package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the application remembers of a conversation: Twilio sends the cookies that a response sets back with the next request for TwiML,
 * as a browser would. A call is a conversation, and so are the messages between two numbers until there has been none for four hours.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/tutorials/how-to-create-sms-conversations">Twilio, SMS conversations</a>
 */
final class Cookies {

    private static final ObjectKind KIND =
            new ObjectKind("cookies", "conversation", List.of(), ObjectKind.DEFAULT_LIMIT);
    private static final Duration LIFETIME = Duration.ofHours(4);
    private static final String ROOT = "/";

    private final World world;
    private final String conversation;
    private final URI url;

    /** @param delivery whose data names the conversation */
    Cookies(World world, Delivery delivery) {
        this.world = world;
        conversation = delivery.data().path(Callbacks.CONVERSATION).asText();
        url = delivery.url();
    }

    /** The header {@code Cookie} of the request; empty if nothing was set for its URL. */
    Optional<String> header() {
        return Optional.of(kept().properties().stream()
                        .filter(cookie -> isForUrl(cookie.getValue()))
                        .map(cookie -> cookie.getKey() + "="
                                + cookie.getValue().path("value").asText())
                        .collect(Collectors.joining("; ")))
                .filter(header -> !header.isEmpty());
    }

    /** Keeps what the response to the request sets. */
    void keep(DeliveryResult result) {
        var cookies = kept();
        result.headers().getOrDefault("set-cookie", List.of()).forEach(header -> set(cookies, header));
        if (!cookies.isEmpty() || world.objects(KIND).find(conversation).isPresent()) {
            var jar = Json.object().put("conversation", conversation).put("until", inFuture(LIFETIME));
            jar.set("cookies", cookies);
            world.objects(KIND).put(jar);
        }
    }

    private void set(ObjectNode cookies, String header) {
        try {
            for (var cookie : HttpCookie.parse(header)) {
                var kept = cookies.putObject(cookie.getName())
                        .put("value", cookie.getValue())
                        .put("host", url.getHost())
                        .put("path", path(cookie));
                if (cookie.getMaxAge() >= 0) {
                    kept.put("until", inFuture(Duration.ofSeconds(cookie.getMaxAge())));
                }
            }
        } catch (IllegalArgumentException e) {
            // not a cookie; browsers ignore it as well
        }
    }

    private String inFuture(Duration duration) {
        return world.now().plus(duration).toString();
    }

    /** Without a path, a cookie is for the folder of the URL (RFC 6265, section 5.1.4). */
    private String path(HttpCookie cookie) {
        var folder = url.getPath().substring(0, Math.max(0, url.getPath().lastIndexOf('/')));
        return Optional.ofNullable(cookie.getPath())
                .filter(path -> path.startsWith(ROOT))
                .orElse(folder.isEmpty() ? ROOT : folder);
    }

    /** Those that still live, by their names. */
    private ObjectNode kept() {
        var kept = Json.object();
        world.objects(KIND)
                .find(conversation)
                .filter(this::isAlive)
                .ifPresent(jar -> jar.path("cookies").properties().stream()
                        .filter(cookie -> isAlive(cookie.getValue()))
                        .forEach(cookie -> kept.set(cookie.getKey(), cookie.getValue())));
        return kept;
    }

    private boolean isAlive(JsonNode kept) {
        return !kept.has("until")
                || world.now().isBefore(Instant.parse(kept.path("until").asText()));
    }

    private boolean isForUrl(JsonNode cookie) {
        var path = cookie.path("path").asText();
        var folder = path.endsWith(ROOT) ? path : path + ROOT;
        return cookie.path("host").asText().equals(url.getHost()) && (url.getPath() + ROOT).startsWith(folder);
    }
}
