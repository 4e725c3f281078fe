package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as clients see it.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#call-properties">Twilio, call properties</a>
 */
final class Call {

    static final ObjectKind KIND = ResourceTable.kind("call", "status", "to", "from", "parent_call_sid");

    static final String API_VERSION = "2010-04-01";

    private static final List<String> SUBRESOURCES = List.of(
            "events",
            "notifications",
            "payments",
            "recordings",
            "siprec",
            "streams",
            "transcriptions",
            "user_defined_message_subscriptions",
            "user_defined_messages");
    private static final double DOLLARS_PER_MINUTE_OUT = 0.014;
    private static final double DOLLARS_PER_MINUTE_IN = 0.0085;

    private final ObjectNode resource;

    private Call(ObjectNode resource) {
        this.resource = resource;
    }

    /**
     * A new call.
     *
     * @param phoneNumberSid of the account's number that takes part in it; null if it has none
     */
    static Call create(
            World world,
            String accountSid,
            Direction direction,
            String from,
            String to,
            @Nullable String phoneNumberSid) {
        return create(world, accountSid, direction, from, to, phoneNumberSid, "");
    }

    /** The same, with an id; an empty one for a random one. */
    static Call create(
            World world,
            String accountSid,
            Direction direction,
            String from,
            String to,
            @Nullable String phoneNumberSid,
            String givenSid) {
        var sid = givenSid.isEmpty() ? Sid.random("CA") : givenSid;
        var now = TwilioDates.rfc2822(world.now());
        var resource = Json.object()
                .put("sid", sid)
                .put("account_sid", accountSid)
                .put("annotation", (String) null)
                .put("answered_by", (String) null)
                .put("api_version", API_VERSION)
                .put("caller_name", direction == Direction.INBOUND ? "" : null)
                .put("date_created", now)
                .put("date_updated", now)
                .put("direction", direction.text)
                .put("duration", (String) null)
                .put("end_time", (String) null)
                .put("forwarded_from", (String) null)
                .put("from", from)
                .put("from_formatted", formatted(from))
                .put("group_sid", (String) null)
                .put("parent_call_sid", (String) null)
                .put("phone_number_sid", phoneNumberSid)
                .put("price", (String) null)
                .put("price_unit", "USD")
                .put("queue_time", "0")
                .put("start_time", (String) null)
                .put("status", (direction == Direction.INBOUND ? CallStatus.RINGING : CallStatus.QUEUED).text())
                .put("to", to)
                .put("to_formatted", formatted(to))
                .put("trunk_sid", (String) null)
                .put("uri", uri(accountSid, sid) + ".json");
        var uris = resource.putObject("subresource_uris");
        SUBRESOURCES.forEach(name -> uris.put(name, uri(accountSid, sid) + "/" + pascal(name) + ".json"));
        return new Call(resource);
    }

    static Optional<Call> find(World world, String sid) {
        return ResourceTable.of(world, KIND).find(sid).map(Call::new);
    }

    private static String uri(String accountSid, String sid) {
        return "/" + API_VERSION + "/Accounts/" + accountSid + "/Calls/" + sid;
    }

    private static String pascal(String name) {
        var pascal = new StringBuilder();
        for (var word : name.split("_", -1)) {
            pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return pascal.toString();
    }

    /** North American numbers as people there write them; others as they are. */
    private static String formatted(String endpoint) {
        return endpoint.matches("\\+1\\d{10}")
                ? "(%s) %s-%s".formatted(endpoint.substring(2, 5), endpoint.substring(5, 8), endpoint.substring(8))
                : endpoint;
    }

    String sid() {
        return resource.path("sid").asText();
    }

    String accountSid() {
        return resource.path("account_sid").asText();
    }

    String from() {
        return resource.path("from").asText();
    }

    String to() {
        return resource.path("to").asText();
    }

    String direction() {
        return resource.path("direction").asText();
    }

    boolean isInbound() {
        return direction().equals(Direction.INBOUND.text);
    }

    CallStatus status() {
        return CallStatus.parse(resource.path("status").asText()).orElseThrow();
    }

    boolean isOver() {
        return status().isOver();
    }

    boolean isInProgress() {
        return status() == CallStatus.IN_PROGRESS;
    }

    /** Empty while it is unknown. */
    Optional<String> answeredBy() {
        return Optional.of(resource.path("answered_by").asText("")).filter(text -> !text.isEmpty());
    }

    void setAnsweredBy(String answeredBy) {
        resource.put("answered_by", answeredBy);
    }

    Optional<String> parentSid() {
        return Optional.of(resource.path("parent_call_sid").asText("")).filter(text -> !text.isEmpty());
    }

    void setParentSid(String sid) {
        resource.put("parent_call_sid", sid);
    }

    /** In seconds; 0 until it is over, and if it was never answered. */
    int duration() {
        return resource.path("duration").asInt(0);
    }

    /** When it was dialled, or answered. */
    Optional<Instant> startTime() {
        return Optional.of(resource.path("start_time").asText(""))
                .filter(text -> !text.isEmpty())
                .map(TwilioDates::parseRfc2822);
    }

    /** When somebody began to dial it, which is what counts until it is answered. */
    void dialled(Instant now) {
        resource.put("start_time", TwilioDates.rfc2822(now));
    }

    /**
     * Changes its status, and what follows from that.
     *
     * @throws IllegalStateException if the new status cannot follow the present one
     */
    void become(CallStatus next, Instant now) {
        if (!status().next().contains(next)) {
            throw new IllegalStateException("%s cannot be %s after %s".formatted(sid(), next.text(), status().text()));
        }
        resource.put("status", next.text()).put("date_updated", TwilioDates.rfc2822(now));
        if (next == CallStatus.IN_PROGRESS) {
            resource.put("start_time", TwilioDates.rfc2822(now));
        }
        if (next.isOver()) {
            end(next, now);
        }
    }

    private void end(CallStatus last, Instant now) {
        resource.put("end_time", TwilioDates.rfc2822(now));
        if (last == CallStatus.COMPLETED) {
            var seconds = startTime()
                    .map(start -> Duration.between(start, TwilioDates.parseRfc2822(TwilioDates.rfc2822(now))))
                    .orElse(Duration.ZERO)
                    .toSeconds();
            var perMinute = isInbound() ? DOLLARS_PER_MINUTE_IN : DOLLARS_PER_MINUTE_OUT;
            resource.put("duration", String.valueOf(seconds))
                    .put(
                            "price",
                            String.format(Locale.ROOT, "%.5f", -perMinute * Math.max(1, Math.ceil(seconds / 60.0))));
        } else {
            resource.put("duration", "0");
        }
    }

    void store(World world) {
        ResourceTable.of(world, KIND).put(resource);
    }

    /**
     * What Twilio says of a call in each request to the application; more may be added.
     *
     * @see <a href="https://www.twilio.com/docs/voice/twiml#request-parameters">Twilio, request parameters</a>
     */
    Map<String, String> parameters() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("CallSid", sid());
        fields.put("AccountSid", accountSid());
        fields.put("From", from());
        fields.put("To", to());
        fields.put("Caller", from());
        fields.put("Called", to());
        fields.put("CallStatus", status().text());
        fields.put("ApiVersion", API_VERSION);
        fields.put("Direction", direction());
        parentSid().ifPresent(parent -> fields.put("ParentCallSid", parent));
        answeredBy().ifPresent(answeredBy -> fields.put("AnsweredBy", answeredBy));
        addPlace(fields, "From", from());
        addPlace(fields, "Caller", from());
        addPlace(fields, "To", to());
        addPlace(fields, "Called", to());
        return fields;
    }

    /** Twilio looks up where a number is; of the replay's numbers, only the country is known. */
    private static void addPlace(Map<String, String> fields, String party, String endpoint) {
        PhoneNumber.country(endpoint).ifPresent(country -> {
            fields.put(party + "City", "");
            fields.put(party + "State", "");
            fields.put(party + "Zip", "");
            fields.put(party + "Country", country);
        });
    }

    /** For clients. */
    ObjectNode resource() {
        return resource;
    }

    /** Who called whom. */
    enum Direction {
        INBOUND("inbound"),
        OUTBOUND_API("outbound-api"),
        OUTBOUND_DIAL("outbound-dial");

        private final String text;

        Direction(String text) {
            this.text = text;
        }
    }
}
