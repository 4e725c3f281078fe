package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.messaging.ServiceSenders;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the application gets for a message that came in, and where: the messaging service's URL if the number belongs to one that has a
 * URL, otherwise the number's, otherwise where the server sends all events ({@code --webhook}).
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Twilio, webhook request</a>
 */
final class InboundWebhook {

    /** The purpose of these requests. */
    static final String PURPOSE = "twilio-inbound-message";

    /** The field of a message that keeps the URLs of what came with it. */
    static final String MEDIA = "_media";

    private static final int MAX_REDIRECTS = 10;

    private InboundWebhook() {}

    /** Sends a message that came in to the application, if it has said where to. */
    static void send(World world, ObjectNode message, String optOutType, String otherwise) {
        var account = message.path("account_sid").asText();
        var to = message.path("to").asText();
        var number = PhoneNumber.parse(to).map(parsed -> OwnedNumbers.messaging(world, account, parsed));
        var service = ServiceSenders.serviceOf(world, account, to);
        var target = service.filter(
                        found -> !found.path("use_inbound_webhook_on_number").asBoolean())
                .map(found -> target(found, "inbound_request_url", "inbound_method", "fallback_url", "fallback_method"))
                .filter(found -> !found.url.isEmpty())
                .or(() -> number.map(
                        found -> target(found, "sms_url", "sms_method", "sms_fallback_url", "sms_fallback_method")))
                .filter(found -> !found.url.isEmpty())
                .orElseGet(() -> new Target(otherwise, "POST", "", "POST"));
        var fields = describe(message);
        service.ifPresent(found -> {
            fields.put("MessagingServiceSid", found.path("sid").asText());
            if (!optOutType.isEmpty()) {
                fields.put("OptOutType", optOutType);
            }
        });
        var data = Json.object()
                .put("message", message.path("sid").asText())
                .put(
                        Callbacks.CONVERSATION,
                        String.join("/", account, message.path("from").asText(), to))
                .put("fallback_url", target.fallbackUrl)
                .put("fallback_method", target.fallbackMethod)
                .put("redirects", 0);
        data.set("fields", Json.tree(fields));
        request(world, message, target.method, target.url, fields, data);
    }

    private static Target target(
            ObjectNode resource, String url, String method, String fallback, String fallbackMethod) {
        return new Target(
                text(resource, url), text(resource, method), text(resource, fallback), text(resource, fallbackMethod));
    }

    private static String text(ObjectNode resource, String field) {
        return resource.path(field).isTextual() ? resource.path(field).asText() : "";
    }

    /**
     * Asks the application once more, at another URL; nothing happens after too many redirects.
     *
     * @param data of the request before
     */
    static void redirect(World world, ObjectNode message, ObjectNode data, String method, String url) {
        var redirects = data.path("redirects").asInt();
        if (redirects < MAX_REDIRECTS) {
            request(world, message, method, url, fields(data), data.deepCopy().put("redirects", redirects + 1));
        }
    }

    /**
     * Asks at the fallback URL, after what was asked before has failed.
     *
     * @param data of the request before
     * @param code of the error, e.g. 11200
     */
    static void fallBack(World world, ObjectNode message, ObjectNode data, int code, String failedUrl) {
        var url = data.path("fallback_url").asText();
        if (!url.isEmpty()) {
            var fields = fields(data);
            fields.put("ErrorCode", String.valueOf(code));
            fields.put("ErrorUrl", failedUrl);
            var method = data.path("fallback_method").asText();
            request(world, message, method, url, fields, data.deepCopy().put("fallback_url", ""));
        }
    }

    private static void request(
            World world, ObjectNode message, String method, String url, Map<String, String> fields, ObjectNode data) {
        var sid = message.path("sid").asText();
        Callbacks.send(world, PURPOSE, sid, message.path("account_sid").asText(), method, url, fields, data);
    }

    private static Map<String, String> fields(ObjectNode data) {
        var fields = new LinkedHashMap<String, String>();
        data.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static Map<String, String> describe(ObjectNode message) {
        var fields = new LinkedHashMap<String, String>();
        var sid = message.path("sid").asText();
        place(fields, "To", message.path("to").asText());
        fields.put("SmsMessageSid", sid);
        fields.put("NumMedia", message.path("num_media").asText());
        fields.put("SmsSid", sid);
        fields.put("SmsStatus", "received");
        place(fields, "From", message.path("from").asText());
        fields.put("Body", message.path("body").asText());
        fields.put("To", message.path("to").asText());
        fields.put("NumSegments", message.path("num_segments").asText());
        fields.put("MessageSid", sid);
        fields.put("AccountSid", message.path("account_sid").asText());
        fields.put("From", message.path("from").asText());
        fields.put("ApiVersion", "2010-04-01");
        var index = 0;
        for (var url : message.path(MEDIA)) {
            fields.put("MediaUrl" + index, url.asText());
            fields.put("MediaContentType" + index, AttachedMedia.contentType(url.asText()));
            index++;
        }
        return fields;
    }

    private static void place(Map<String, String> fields, String side, String number) {
        fields.put(side + "Country", PhoneNumber.country(number).orElse(""));
        fields.put(side + "State", "");
        fields.put(side + "City", "");
        fields.put(side + "Zip", "");
    }

    private record Target(String url, String method, String fallbackUrl, String fallbackMethod) {}
}
