package dev.treaty.stubs.twilio.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.DateFilter;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Recordings of an account, and of a call.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/recording">Twilio, recordings</a>
 */
public final class RecordingsFeature implements TwilioFeature {

    private static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";
    private static final String LIST = ACCOUNT + "/Recordings";
    private static final String OF_CALL = ACCOUNT + "/Calls/{CallSid}/Recordings";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        for (var list : new String[] {LIST, OF_CALL}) {
            routes.add("GET " + list + ".json", RecordingsFeature::list);
            routes.add("GET " + list + "/{Sid}.json", exchange -> Responses.ok(find(exchange)));
            routes.add("DELETE " + list + "/{Sid}.json", RecordingsFeature::delete);
        }
        routes.add("POST " + OF_CALL + "/{Sid}.json", RecordingsFeature::update);
        routes.add("GET " + LIST + "/{Sid}", exchange -> media(exchange, "audio/x-wav", SilentAudio::wav));
        routes.add("GET " + LIST + "/{Sid}.wav", exchange -> media(exchange, "audio/x-wav", SilentAudio::wav));
        routes.add("GET " + LIST + "/{Sid}.mp3", exchange -> media(exchange, "audio/mpeg", SilentAudio::mp3));
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(Recording.CALLBACK, CallbackPolicy.ignoringTheResponse());
    }

    private static StubResponse list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var call = exchange.parameters().getOrDefault("CallSid", parameters.textOrEmpty("CallSid"));
        var listing = call.isEmpty() ? Listing.of(Recording.KIND) : Listing.of(Recording.KIND, "call_sid", call);
        var filtered = listing.where("account_sid", AccountCredentials.accountSid(exchange))
                .where(DateFilter.of(parameters, "DateCreated", "date_created"));
        return ResourcePage.of(exchange, filtered).toResponse("recordings");
    }

    private static ObjectNode find(Exchange exchange) {
        var sid = exchange.parameter("Sid");
        return ResourceTable.of(exchange.world(), Recording.KIND)
                .find(sid)
                .filter(recording ->
                        recording.path("account_sid").asText().equals(AccountCredentials.accountSid(exchange)))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse delete(Exchange exchange) {
        ResourceTable.of(exchange.world(), Recording.KIND)
                .delete(find(exchange).path("sid").asText());
        return Responses.noContent();
    }

    /** Pauses, resumes or stops a recording that is under way. */
    private static StubResponse update(Exchange exchange) {
        var found = find(exchange);
        if (found.path("status").asText().equals("completed")) {
            throw new VendorError(
                    TwilioError.response(21220, 400, "Recording is not in-progress. Cannot change its status."));
        }
        var sid = found.path("sid").asText();
        var recording = Recording.find(exchange.world(), sid).orElseThrow();
        var status = Parameters.of(exchange).textOrEmpty("Status");
        switch (status) {
            case "stopped" -> recording.complete();
            case "paused", "in-progress" -> recording.become(status);
            default -> throw TwilioError.INVALID_PARAMETER.with("Status");
        }
        return Responses.ok(find(exchange));
    }

    private static StubResponse media(Exchange exchange, String contentType, IntFunction<byte[]> audio) {
        var seconds = find(exchange).path("duration").asInt(0);
        return StubResponse.of(200, Map.of("Content-Type", contentType), audio.apply(Math.max(0, seconds)));
    }
}
