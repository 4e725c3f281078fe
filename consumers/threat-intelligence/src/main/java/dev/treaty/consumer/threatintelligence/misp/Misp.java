package dev.treaty.consumer.threatintelligence.misp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException.Failing;
import dev.treaty.consumer.threatintelligence.source.SourceException.KeyRefused;
import dev.treaty.consumer.threatintelligence.source.SourceException.LimitReached;
import dev.treaty.consumer.threatintelligence.source.SourceException.Rejected;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * An instance of MISP. Each call throws a {@link dev.treaty.consumer.threatintelligence.source.SourceException} if it refuses, and a {@link
 * dev.treaty.consumer.http.HttpApiException} if there is no reply. Safe to share between threads.
 *
 * @see <a href="https://www.misp-project.org/openapi/">MISP Automation API</a>
 */
public final class Misp {

    /** The window of MISP's limit, for a reply that does not say when it ends. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

    private static final String NAME = "MISP";
    private static final String JSON = "application/json";
    private static final int MOST = 100;

    private final HttpApi api;
    private final InstantSource clock;

    /**
     * A client; it connects on the first call.
     *
     * @param server where the instance runs
     * @param key sent without a scheme, as MISP wants it; never shown
     */
    public Misp(URI server, String key, Timeouts timeouts, InstantSource clock) {
        // Without both media types, MISP leads to its page for people.
        var headers = Map.of("Authorization", key, "Accept", JSON, "Content-Type", JSON);
        api = new HttpApi(NAME, server, headers, timeouts);
        this.clock = clock;
    }

    /** What is known of an address and meant for detection, without what is on a warning list; at most 100. */
    public List<Indicator> indicators(IpAddress address) {
        var search = new Wire.Search("json", address.text(), List.of("ip-src", "ip-dst"), true, true, 1, MOST);
        return checked(api.send(HttpCall.post("/attributes/restSearch").json(search)))
                .read("response", Wire.Found.class)
                .attributes()
                .stream()
                .map(Wire.Attribute::toIndicator)
                .toList();
    }

    /**
     * Adds an address to an event.
     *
     * @param event its id
     * @param comment for people who read the event
     */
    public AdditionResult add(String event, IpAddress address, String comment) {
        var attribute = new Wire.NewAttribute("ip-src", "Network activity", address.text(), true, comment);
        var reply = api.send(HttpCall.post("/attributes/add/" + PercentEncoding.encode(event))
                .json(attribute));
        if (isNotSaved(reply)) {
            return new AdditionResult.NotSaved(reasons(reply));
        }
        return new AdditionResult.Added(
                checked(reply).read("Attribute", Wire.Identified.class).id());
    }

    /** Says that an address of an event was seen now. */
    public void sighted(IpAddress address) {
        checked(api.send(HttpCall.post("/sightings/add").json(Map.of("values", List.of(address.text())))));
    }

    /** The version, e.g. {@code "2.5.1"}: the cheapest call there is. */
    public String version() {
        return checked(api.send(HttpCall.get("/servers/getVersion")))
                .read(Wire.Version.class)
                .version();
    }

    /** MISP refuses a wrong key and a value that it has already with the same status; only the second says that nothing was saved. */
    private static boolean isNotSaved(HttpReply reply) {
        return reply.status() == 403
                && reply.jsonIfAny()
                        .filter(body -> body.path("saved").isBoolean())
                        .isPresent();
    }

    private static List<String> reasons(HttpReply reply) {
        return reply.json().path("errors").findValues("value").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private HttpReply checked(HttpReply reply) {
        if (reply.isSuccess()) {
            return reply;
        }
        throw switch (reply.status()) {
            case 401, 403 -> new KeyRefused(NAME, reply);
            case 429 -> new LimitReached(NAME, reply, retryAfter(reply));
            default ->
                reply.status() >= 400 && reply.status() < 500
                        ? new Rejected(NAME, reply, message(reply))
                        : new Failing(NAME, reply);
        };
    }

    /** MISP's reset is how many seconds are left, although its name is that of a time elsewhere. */
    private RetryAfter retryAfter(HttpReply reply) {
        var now = clock.instant();
        return reply.header("X-Rate-Limit-Reset")
                .flatMap(seconds -> RetryAfter.seconds(seconds, now))
                .orElseGet(() -> RetryAfter.pause(PAUSE, now));
    }

    private static String message(HttpReply reply) {
        return reply.jsonIfAny().map(body -> body.path("message").asText()).orElse("");
    }
}
