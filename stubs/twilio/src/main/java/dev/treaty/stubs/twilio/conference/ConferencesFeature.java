package dev.treaty.stubs.twilio.conference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.DateFilter;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import java.util.List;
import java.util.Map;

/** Reading and ending conferences; muting, holding and removing who takes part. */
public final class ConferencesFeature implements TwilioFeature {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Conferences";
    private static final String ONE = LIST + "/{ConferenceSid}";
    private static final String PARTICIPANTS = ONE + "/Participants";
    private static final String PARTICIPANT = PARTICIPANTS + "/{CallSid}.json";
    private static final Map<String, String> FILTERS = Map.of("Muted", "muted", "Hold", "hold", "Coaching", "coaching");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + LIST + ".json", ConferencesFeature::list);
        routes.add("GET " + ONE + ".json", exchange -> Responses.ok(conference(exchange)));
        routes.add("POST " + ONE + ".json", ConferencesFeature::update);
        routes.add("GET " + PARTICIPANTS + ".json", ConferencesFeature::participants);
        routes.add("GET " + PARTICIPANT, exchange -> Responses.ok(participant(exchange)));
        routes.add("POST " + PARTICIPANT, ConferencesFeature::change);
        routes.add("DELETE " + PARTICIPANT, ConferencesFeature::remove);
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(ConferenceCallbacks.PURPOSE, CallbackPolicy.ignoringTheResponse());
    }

    private static ObjectNode conference(Exchange exchange) {
        return AccountResources.find(exchange, Conferences.KIND, "ConferenceSid");
    }

    private static StubResponse list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var listing = AccountResources.list(exchange, Conferences.KIND)
                .where(DateFilter.of(parameters, "DateCreated", "date_created"))
                .where(DateFilter.of(parameters, "DateUpdated", "date_updated"));
        for (var filter :
                Map.of("Status", "status", "FriendlyName", "friendly_name").entrySet()) {
            var wanted = parameters.text(filter.getKey());
            if (wanted.isPresent()) {
                listing = listing.where(filter.getValue(), wanted.get());
            }
        }
        return ResourcePage.of(exchange, listing).toResponse("conferences");
    }

    private static StubResponse update(Exchange exchange) {
        var conference = conference(exchange);
        var status = Parameters.of(exchange).text("Status");
        if (status.isPresent()) {
            if (!status.get().equals("completed")) {
                throw TwilioError.INVALID_PARAMETER.with("Status must be completed");
            }
            Conferences.end(exchange.world(), conference, "conference-ended-via-api", "");
        }
        return Responses.ok(conference);
    }

    private static StubResponse participants(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var listing = Listing.of(
                Participant.KIND,
                "conference_sid",
                conference(exchange).path("sid").asText());
        for (var filter : FILTERS.entrySet()) {
            var wanted = parameters.text(filter.getKey());
            if (wanted.isPresent()) {
                listing = listing.where(filter.getValue(), wanted.get());
            }
        }
        return ResourcePage.of(exchange, listing).toResponse("participants");
    }

    /** By the SID of its call, or by its label. */
    private static ObjectNode participant(Exchange exchange) {
        var sid = conference(exchange).path("sid").asText();
        var name = exchange.parameter("CallSid");
        return Participant.find(exchange.world(), sid, name)
                .or(() -> Participant.all(exchange.world(), sid).stream()
                        .filter(participant ->
                                participant.path("label").asText().equals(name))
                        .findFirst())
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), name));
    }

    private static StubResponse change(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var conference = conference(exchange);
        var participant = participant(exchange);
        for (var name : List.of("Muted", "Hold")) {
            parameters.flag(name).ifPresent(wanted -> set(exchange, conference, participant, name, wanted));
        }
        parameters.flag("EndConferenceOnExit").ifPresent(wanted -> participant.put("end_conference_on_exit", wanted));
        parameters.flag("Coaching").ifPresent(wanted -> participant.put("coaching", wanted));
        parameters.text("CallSidToCoach").ifPresent(call -> participant.put("call_sid_to_coach", call));
        participant.put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        exchange.world().objects(Participant.KIND).put(participant);
        ResourceTable.of(exchange.world(), Conferences.KIND).put(conference);
        return Responses.ok(participant);
    }

    private static void set(
            Exchange exchange, ObjectNode conference, ObjectNode participant, String name, boolean wanted) {
        var field = FILTERS.getOrDefault(name, name);
        if (participant.path(field).asBoolean() == wanted) {
            return;
        }
        participant.put(field, wanted);
        var event = name.equals("Hold") ? "hold" : "mute";
        ConferenceCallbacks.tell(
                exchange.world(), conference, event, "participant-" + (wanted ? "" : "un") + event, participant);
    }

    private static StubResponse remove(Exchange exchange) {
        var participant = participant(exchange);
        Conferences.kick(
                exchange.world(),
                participant.path("conference_sid").asText(),
                participant.path("call_sid").asText());
        return Responses.noContent();
    }
}
