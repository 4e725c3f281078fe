package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.DateFilter;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.conference.ConferenceTerms;
import dev.treaty.stubs.twilio.conference.Conferences;
import dev.treaty.stubs.twilio.recording.Recording;
import dev.treaty.stubs.twilio.recording.RecordingListener;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.twilio.twiml.TwimlProblem;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import java.util.List;
import java.util.Map;

/**
 * Making, reading, changing and deleting calls.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Twilio, calls</a>
 */
final class CallApi {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Calls.json";
    private static final String CALL = "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json";
    private static final String PARTICIPANTS =
            "/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json";
    private static final int INVALID_EVENT = 21626;

    private CallApi() {}

    static void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST, CallApi::create);
        routes.add("GET " + LIST, CallApi::list);
        routes.add("GET " + CALL, exchange -> Responses.ok(find(exchange).call().resource()));
        routes.add("POST " + CALL, CallApi::update);
        routes.add("DELETE " + CALL, CallApi::delete);
        routes.add("POST " + CALL.replace(".json", "/Recordings.json"), CallApi::record);
        routes.add("POST " + PARTICIPANTS, CallApi::callIntoConference);
    }

    private static StubResponse create(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var world = exchange.world();
        var account = AccountCredentials.accountSid(exchange);
        var parties = CallParties.of(world, account, parameters);
        var settings = CallRequest.create(exchange);
        var call = Call.create(
                world, account, Call.Direction.OUTBOUND_API, parties.from(), parties.to(), parties.phoneNumberSid());
        var session = new CallSession(world, call, CallFlow.create(call.sid(), settings.toJson()));
        session.schedule(CallSession.Step.DIAL, CallTimes.QUEUED);
        warnOfUnknownEvents(session);
        session.store();
        return Responses.created(call.resource());
    }

    /** Calls somebody, who takes part in a conference as soon as the call is answered. */
    private static StubResponse callIntoConference(Exchange exchange) {
        var world = exchange.world();
        var account = AccountCredentials.accountSid(exchange);
        var parameters = Parameters.of(exchange);
        var parties = CallParties.of(world, account, parameters);
        var conference = Conferences.named(exchange, exchange.parameter("ConferenceSid"));
        var noun = ConferenceTerms.noun(conference.path("friendly_name").asText(), parameters);
        var verb = new TwimlElement("Dial", Map.of(), "", List.of(noun));
        var settings = CallRequest.toParticipant(exchange, verb);
        var call = Call.create(
                world, account, Call.Direction.OUTBOUND_API, parties.from(), parties.to(), parties.phoneNumberSid());
        var session = new CallSession(world, call, CallFlow.create(call.sid(), settings.toJson()));
        session.flow().setNote(CallFlow.Note.CONFERENCE, conference.path("sid").asText());
        session.schedule(CallSession.Step.DIAL, CallTimes.QUEUED);
        session.store();
        var terms = ConferenceTerms.of(noun, noun.attribute("statusCallback"));
        return Responses.created(Conferences.invite(world, conference, call.sid(), terms));
    }

    /** Twilio makes the call, and never calls back for such an event. */
    private static void warnOfUnknownEvents(CallSession session) {
        session.flow().settings().events().stream()
                .filter(event -> !StatusCallbacks.EVENTS.contains(event))
                .forEach(event -> CallNotifications.warning(
                        session,
                        new TwimlProblem(INVALID_EVENT, "Invalid StatusCallbackEvent: \"%s\"".formatted(event))));
    }

    private static CallSession find(Exchange exchange) {
        var sid = exchange.parameter("Sid");
        return CallSession.open(exchange.world(), sid)
                .filter(session -> session.call().accountSid().equals(AccountCredentials.accountSid(exchange)))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var listing = indexed(parameters)
                .where("account_sid", AccountCredentials.accountSid(exchange))
                .where(DateFilter.of(parameters, "StartTime", "start_time"))
                .where(DateFilter.of(parameters, "EndTime", "end_time"));
        for (var filter :
                Map.of("Status", "status", "ParentCallSid", "parent_call_sid").entrySet()) {
            var wanted = parameters.text(filter.getKey());
            if (wanted.isPresent()) {
                listing = listing.where(filter.getValue(), wanted.get());
            }
        }
        for (var filter : Map.of("To", "to", "From", "from").entrySet()) {
            var wanted = parameters.text(filter.getKey());
            if (wanted.isPresent()) {
                listing = listing.where(filter.getValue(), endpoint(wanted.get()));
            }
        }
        return ResourcePage.of(exchange, listing).toResponse("calls");
    }

    /** By the filter that leaves the fewest calls. */
    private static Listing indexed(Parameters parameters) {
        if (parameters.text("ParentCallSid").isPresent()) {
            return Listing.of(Call.KIND, "parent_call_sid", parameters.textOrEmpty("ParentCallSid"));
        }
        if (parameters.text("To").isPresent()) {
            return Listing.of(Call.KIND, "to", endpoint(parameters.textOrEmpty("To")));
        }
        if (parameters.text("From").isPresent()) {
            return Listing.of(Call.KIND, "from", endpoint(parameters.textOrEmpty("From")));
        }
        return parameters
                .text("Status")
                .map(status -> Listing.of(Call.KIND, "status", status))
                .orElse(Listing.of(Call.KIND));
    }

    private static String endpoint(String text) {
        return PhoneNumber.parse(text).map(PhoneNumber::e164).orElse(text);
    }

    private static StubResponse update(Exchange exchange) {
        var session = find(exchange);
        var parameters = Parameters.of(exchange);
        var status = parameters.text("Status");
        if (session.call().isOver() && (status.isPresent() || CallRequest.redirects(parameters))) {
            throw (CallRequest.redirects(parameters) ? TwilioError.CALL_NOT_IN_PROGRESS : TwilioError.CALL_ALREADY_OVER)
                    .with();
        }
        CallRequest.update(parameters, session.flow().settings());
        if (status.isPresent()) {
            end(session, status.get());
        } else if (CallRequest.redirects(parameters)) {
            redirect(session);
        }
        session.store();
        return Responses.ok(session.call().resource());
    }

    /** {@code canceled} leaves a call alone that is in progress; {@code completed} ends it as well. */
    private static void end(CallSession session, String status) {
        switch (status) {
            case "canceled" -> {
                if (!session.call().isInProgress()) {
                    CallEnding.end(session, CallStatus.CANCELED);
                }
            }
            case "completed" ->
                CallEnding.end(session, session.call().isInProgress() ? CallStatus.COMPLETED : CallStatus.CANCELED);
            default -> throw TwilioError.INVALID_PARAMETER.with("Status must be canceled or completed");
        }
    }

    private static void redirect(CallSession session) {
        if (!session.call().isInProgress()) {
            throw TwilioError.CALL_NOT_IN_PROGRESS.with();
        }
        session.interrupt().ifPresent(wait -> CallEnding.leave(session, wait));
        session.flow().timePasses();
        TwimlResponses.begin(session);
    }

    /** Starts to record a call that is in progress. */
    private static StubResponse record(Exchange exchange) {
        var session = find(exchange);
        if (!session.call().isInProgress()) {
            throw TwilioError.CALL_NOT_RECORDABLE.with();
        }
        var parameters = Parameters.of(exchange);
        var callback = parameters.textOrEmpty("RecordingStatusCallback");
        if (!callback.isEmpty() && !Callbacks.isUrl(callback)) {
            throw TwilioError.INVALID_TWIML_URL.with("RecordingStatusCallback", callback);
        }
        var recording = Recording.start(
                exchange.world(),
                session.call().accountSid(),
                session.call().sid(),
                "StartCallRecordingAPI",
                parameters.textOrEmpty("RecordingChannels").equals("dual") ? 2 : 1,
                exchange.request().baseUrl(),
                new RecordingListener(
                        callback,
                        parameters.text("RecordingStatusCallbackMethod").orElse("POST"),
                        parameters.all("RecordingStatusCallbackEvent")));
        return Responses.created(recording.resource());
    }

    private static StubResponse delete(Exchange exchange) {
        var session = find(exchange);
        if (!session.call().isOver()) {
            throw TwilioError.CANNOT_DELETE_BEFORE_COMPLETE.with();
        }
        ResourceTable.of(exchange.world(), Call.KIND).delete(session.call().sid());
        CallFlow.remove(exchange.world(), session.call().sid());
        return Responses.noContent();
    }
}
