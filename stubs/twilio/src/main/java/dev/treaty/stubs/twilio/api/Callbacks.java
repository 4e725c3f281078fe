package dev.treaty.stubs.twilio.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** The requests that Twilio sends to the application: a form, or with {@code GET} a query. */
public final class Callbacks {

    /** The field of a delivery's data that says whose auth token signs it. */
    static final String ACCOUNT = "_account_sid";

    /** The field of a delivery's data that says which conversation it belongs to, whose cookies it has. */
    public static final String CONVERSATION = "_conversation";

    private static final String URL = "_callback_url";

    private Callbacks() {}

    /** Whether a text is a URL that Twilio would send something to. */
    public static boolean isUrl(String text) {
        return CallbackUrl.parse(text).isPresent();
    }

    /**
     * Sends a request when the present unit of work is over; nothing if the URL is not an absolute HTTP URL.
     *
     * @param purpose by which a {@link TwilioFeature} knows its policy
     * @param channel requests of the same channel are sent one after the other; e.g. the SID of a call
     * @param accountSid whose auth token signs it
     * @param method {@code "GET"} or {@code "POST"}
     * @param url of the application, perhaps with connection overrides
     * @param fields in the order in which they are sent
     * @param data what the policy's completion needs
     */
    public static void send(
            World world,
            String purpose,
            String channel,
            String accountSid,
            String method,
            String url,
            Map<String, String> fields,
            ObjectNode data) {
        var callback = CallbackUrl.parse(url);
        if (callback.isEmpty()) {
            return;
        }
        var kept = data.deepCopy().put(ACCOUNT, accountSid).put(URL, url);
        var form = form(fields);
        var target = callback.get().url();
        var request = method.equalsIgnoreCase("GET")
                ? new DeliveryRequest(purpose, channel, "GET", withQuery(target, form), "", "", kept)
                : new DeliveryRequest(
                        purpose, channel, "POST", target, "application/x-www-form-urlencoded", form, kept);
        Deliveries.of(world).send(request);
    }

    /** Where a delivery goes, with its connection overrides. */
    static CallbackUrl url(ObjectNode data) {
        return CallbackUrl.parse(data.path(URL).asText())
                .orElseThrow(() -> new IllegalArgumentException("Not a delivery of Twilio"));
    }

    private static URI withQuery(URI url, String query) {
        var written = url.toString();
        return URI.create(written + (url.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
