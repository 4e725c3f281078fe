package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider states of contracts that are about calls. */
final class CallStates {

    private static final String CALLEE = "+15005550010";

    private CallStates() {}

    /**
     * Brings about a state.
     *
     * @param webhook which gets the status callback; empty text for nobody
     */
    static Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters, String webhook) {
        return switch (state) {
            case "a call exists" -> Optional.of(exists(world, parameters, webhook));
            case "no call exists", "a phone number can place calls" -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> exists(World world, ObjectNode parameters, String webhook) {
        var call = Call.create(
                world,
                AccountCredentials.mainAccount(world),
                Call.Direction.OUTBOUND_API,
                parameters.path("from").asText(OwnedNumbers.VALID_SENDER.e164()),
                parameters.path("to").asText(CALLEE),
                null,
                parameters.path("sid").asText(""));
        var settings = CallSettings.none()
                .set(CallSettings.Name.STATUS_CALLBACK, webhook)
                .setEvents(List.of(StatusCallbacks.COMPLETED));
        var session = new CallSession(world, call, CallFlow.create(call.sid(), settings.toJson()));
        if (parameters.hasNonNull("answeredBy")) {
            call.setAnsweredBy(parameters.path("answeredBy").asText());
        }
        session.waitForOthers(CallWait.Kind.HOLD, TwimlElement.of("Pause", "")); // it stays as it is
        CallStatus.parse(parameters.path("status").asText()).ifPresent(status -> bringTo(session, status));
        session.store();
        return Map.of("sid", call.sid());
    }

    private static void bringTo(CallSession session, CallStatus status) {
        for (var next : path(status)) {
            if (next.isOver()) {
                CallEnding.end(session, next);
            } else {
                session.call().become(next, session.now());
            }
        }
    }

    /** How a call comes to a status. */
    private static List<CallStatus> path(CallStatus status) {
        return switch (status) {
            case QUEUED -> List.of();
            case RINGING -> List.of(CallStatus.RINGING);
            case FAILED, CANCELED -> List.of(status);
            case IN_PROGRESS, BUSY, NO_ANSWER -> List.of(CallStatus.RINGING, status);
            case COMPLETED -> List.of(CallStatus.RINGING, CallStatus.IN_PROGRESS, status);
        };
    }
}
