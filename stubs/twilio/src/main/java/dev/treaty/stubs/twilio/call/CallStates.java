package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider states of contracts that are about calls. */
final class CallStates {

    /** Of the contracts, for a world in which nothing was done yet. */
    private static final String RECORDED_ACCOUNT = "AC00000000000000000000000000000042";

    private static final String CALLEE = "+15005550010";

    private CallStates() {}

    static Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters) {
        return switch (state) {
            case "a call exists" -> Optional.of(exists(world, parameters));
            case "no call exists", "a phone number can place calls" -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> exists(World world, ObjectNode parameters) {
        var account = ResourceTable.of(world, AccountCredentials.ACCOUNTS)
                .newestFirst()
                .findFirst()
                .map(found -> found.path("sid").asText())
                .orElse(RECORDED_ACCOUNT);
        var call = Call.create(
                world,
                account,
                Call.Direction.OUTBOUND_API,
                parameters.path("from").asText(OwnedNumbers.VALID_SENDER.e164()),
                parameters.path("to").asText(CALLEE),
                null,
                parameters.path("sid").asText(""));
        var session = new CallSession(
                world, call, CallFlow.create(call.sid(), CallSettings.none().toJson()));
        CallStatus.parse(parameters.path("status").asText())
                .map(CallStates::path)
                .orElse(List.of())
                .forEach(next -> call.become(next, world.now()));
        if (parameters.hasNonNull("answeredBy")) {
            call.setAnsweredBy(parameters.path("answeredBy").asText());
        }
        session.waitForOthers(CallWait.Kind.HOLD, TwimlElement.of("Pause", "")); // it stays as it is
        session.store();
        return Map.of("sid", call.sid());
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
