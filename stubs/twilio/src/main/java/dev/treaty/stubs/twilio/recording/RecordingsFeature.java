package dev.treaty.stubs.twilio.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
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

    private static final String TRANSCRIPTIONS = ACCOUNT + "/Transcriptions";

    private static final String CURRENT = "Twilio.CURRENT";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        for (var list : new String[] {LIST, OF_CALL}) {
            routes.add("GET " + list + ".json", RecordingsFeature::list);
            routes.add("GET " + list + "/{Sid}.json", exchange -> Responses.ok(find(exchange)));
            routes.add("DELETE " + list + "/{Sid}.json", RecordingsFeature::delete);
        }
        routes.add("POST " + OF_CALL + "/{Sid}.json", RecordingsFeature::update);
        routes.add(
                "GET " + TRANSCRIPTIONS + ".json",
                exchange -> ResourcePage.of(exchange, AccountResources.list(exchange, Transcription.KIND))
                        .toResponse("transcriptions"));
        routes.add("GET " + LIST + "/{Sid}/Transcriptions.json", RecordingsFeature::transcriptions);
        routes.add(
                "GET " + TRANSCRIPTIONS + "/{Sid}.json",
                exchange -> Responses.ok(AccountResources.find(exchange, Transcription.KIND, "Sid")));
        routes.add(
                "DELETE " + TRANSCRIPTIONS + "/{Sid}.json",
                exchange -> AccountResources.delete(exchange, Transcription.KIND, "Sid"));
        routes.add("GET " + LIST + "/{Sid}", exchange -> media(exchange, "audio/x-wav", SilentAudio::wav));
        routes.add("GET " + LIST + "/{Sid}.wav", exchange -> media(exchange, "audio/x-wav", SilentAudio::wav));
        routes.add("GET " + LIST + "/{Sid}.mp3", exchange -> media(exchange, "audio/mpeg", SilentAudio::mp3));
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(
                Recording.CALLBACK, CallbackPolicy.ignoringTheResponse(),
                Transcription.CALLBACK, CallbackPolicy.ignoringTheResponse());
    }

    private static StubResponse transcriptions(Exchange exchange) {
        var recording = find(exchange).path("sid").asText();
        return ResourcePage.of(exchange, Listing.of(Transcription.KIND, "recording_sid", recording))
                .toResponse("transcriptions");
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
        var recording = AccountResources.find(exchange, Recording.KIND, "Sid");
        var call = exchange.parameters().get("CallSid");
        if (call != null && !recording.path("call_sid").asText().equals(call)) {
            throw TwilioError.notFound(exchange.request().path(), exchange.parameter("Sid"));
        }
        return recording;
    }

    private static StubResponse delete(Exchange exchange) {
        ResourceTable.of(exchange.world(), Recording.KIND)
                .delete(find(exchange).path("sid").asText());
        return Responses.noContent();
    }

    /** {@code Twilio.CURRENT} stands for the recording of a call that is under way. */
    private static ObjectNode running(Exchange exchange) {
        var account = AccountCredentials.accountSid(exchange);
        return exchange.parameter("Sid").equals(CURRENT)
                ? Recording.running(exchange.world(), exchange.parameter("CallSid")).stream()
                        .findFirst()
                        .map(Recording::resource)
                        .filter(recording ->
                                recording.path("account_sid").asText().equals(account))
                        .orElseThrow(
                                () -> TwilioError.notFound(exchange.request().path(), CURRENT))
                : find(exchange);
    }

    /** Pauses, resumes or stops a recording that is under way. Processing what was stopped takes no time here. */
    private static StubResponse update(Exchange exchange) {
        var found = running(exchange);
        if (found.path("status").asText().equals("completed")) {
            throw TwilioError.RECORDING_OVER.with();
        }
        var sid = found.path("sid").asText();
        var recording = Recording.find(exchange.world(), sid).orElseThrow();
        var status = Parameters.of(exchange).textOrEmpty("Status");
        switch (status) {
            case "stopped" -> {
                recording.complete();
                return Responses.ok(recording.resource().deepCopy().put("status", status));
            }
            case "paused", "in-progress" -> recording.become(status);
            default -> throw TwilioError.INVALID_PARAMETER.with("Status");
        }
        return Responses.ok(recording.resource());
    }

    private static StubResponse media(Exchange exchange, String contentType, IntFunction<byte[]> audio) {
        var seconds = find(exchange).path("duration").asInt(0);
        return StubResponse.of(200, Map.of("Content-Type", contentType), audio.apply(Math.max(0, seconds)));
    }
}
