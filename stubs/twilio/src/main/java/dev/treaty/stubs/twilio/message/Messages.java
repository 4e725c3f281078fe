package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Locale;

/**
 * The messages of an account, as Twilio shows them.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-properties">Twilio, message properties</a>
 */
final class Messages {

    static final ObjectKind KIND = ResourceTable.kind("message", "account_sid", "to", "from");

    /** Where the application wants to hear of changes; only the replay knows. */
    static final String STATUS_CALLBACK = "_status_callback";

    /** How the application is told. */
    static final String STATUS_CALLBACK_METHOD = "_status_callback_method";

    /** Of one segment to North America. */
    private static final double DOLLARS_PER_SEGMENT = 0.0075;

    private Messages() {}

    static void put(World world, ObjectNode message) {
        ResourceTable.of(world, KIND).put(message.put("date_updated", TwilioDates.rfc2822(world.now())));
    }

    /** Creates an outbound message. */
    static ObjectNode create(World world, OutgoingMessage outgoing) {
        return create(world, outgoing, newSid(outgoing.media()));
    }

    /** Creates an outbound message with a SID of one's own. */
    static ObjectNode create(World world, OutgoingMessage outgoing, String sid) {
        var status = outgoing.initialStatus();
        var message = message(world, outgoing.accountSid(), outgoing.media(), sid)
                .put("body", outgoing.body())
                .put("direction", outgoing.direction())
                .put("from", outgoing.sender().orElse(null))
                .put("to", outgoing.to())
                .put("status", status.text())
                .put("num_segments", status == MessageStatus.QUEUED ? segments(outgoing.body(), outgoing.media()) : "0")
                .put(STATUS_CALLBACK, outgoing.statusCallback().url())
                .put(STATUS_CALLBACK_METHOD, outgoing.statusCallback().method());
        outgoing.service()
                .ifPresent(service ->
                        message.put("messaging_service_sid", service.path("sid").asText()));
        put(world, message);
        return message;
    }

    /** Creates a message that came in. */
    static ObjectNode receive(World world, String accountSid, String from, String to, String body, List<String> media) {
        var message = message(world, accountSid, media, newSid(media))
                .put("body", body)
                .put("direction", "inbound")
                .put("from", from)
                .put("to", to)
                .put("status", MessageStatus.RECEIVED.text())
                .put("num_segments", segments(body, media))
                .put("date_sent", TwilioDates.rfc2822(world.now()))
                .put(STATUS_CALLBACK, "");
        put(world, message.put("price", price(message)));
        return message;
    }

    private static String newSid(List<String> media) {
        return Sid.random(media.isEmpty() ? "SM" : "MM");
    }

    private static ObjectNode message(World world, String accountSid, List<String> media, String sid) {
        var now = TwilioDates.rfc2822(world.now());
        var uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + sid;
        var message = Json.object()
                .put("account_sid", accountSid)
                .put("api_version", "2010-04-01")
                .put("body", "")
                .put("date_created", now)
                .putNull("date_sent")
                .put("date_updated", now)
                .put("direction", "")
                .putNull("error_code")
                .putNull("error_message")
                .putNull("from")
                .putNull("messaging_service_sid")
                .put("num_media", String.valueOf(media.size()))
                .put("num_segments", "1")
                .putNull("price")
                .put("price_unit", "USD")
                .put("sid", sid)
                .put("status", "")
                .put("to", "")
                .put("uri", uri + ".json");
        message.putObject("subresource_uris").put("media", uri + "/Media.json");
        AttachedMedia.attach(world, message, media);
        return message;
    }

    /** What a message costs, in US dollars; negative because it is charged, and for each of its segments. */
    static String price(ObjectNode message) {
        return String.format(
                Locale.ROOT,
                "%.5f",
                -DOLLARS_PER_SEGMENT * message.path("num_segments").asInt());
    }

    /** As Twilio counts them; a message with media has one. */
    static String segments(String body, List<String> media) {
        return media.isEmpty() ? String.valueOf(SegmentCount.of(body)) : "1";
    }
}
