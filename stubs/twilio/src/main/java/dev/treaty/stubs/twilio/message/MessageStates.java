package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider states of messages, each with what requests could bring about as well. */
final class MessageStates {

    private static final String RECIPIENT = "+15005550010";
    private static final String BODY = "The polls are open until eight.";
    private static final int DEFAULT_COUNT = 1;

    /** Those of Twilio's magic numbers, which are always in their state; and that something does not exist. */
    private static final Set<String> ALWAYS_TRUE = Set.of(
            "a phone number can send messages",
            "a phone number is invalid",
            "no message exists",
            "an account has a different auth token");

    private MessageStates() {}

    /**
     * Brings about a state.
     *
     * @param webhook which gets the status callbacks; empty text for nobody
     */
    static Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters, String webhook) {
        if (ALWAYS_TRUE.contains(state)) {
            return Optional.of(Map.of());
        }
        return switch (state) {
            case "a message exists" -> Optional.of(Map.of("sid", message(world, parameters, webhook)));
            case "a phone number has sent messages" -> {
                for (var i = parameters.path("messages").asInt(DEFAULT_COUNT); i > 0; i--) {
                    message(world, parameters, "");
                }
                yield Optional.of(Map.of());
            }
            case "a recipient has opted out" -> {
                var number = parameters.path("number").asText(RECIPIENT);
                OptOuts.set(
                        world, AccountCredentials.mainAccount(world), OwnedNumbers.VALID_SENDER.e164(), number, true);
                message(world, failedBecauseOf(number), webhook);
                yield Optional.of(Map.of());
            }
            default -> Optional.empty();
        };
    }

    /** A message that was on its way when its recipient opted out. */
    private static ObjectNode failedBecauseOf(String number) {
        return Json.object()
                .put("to", number)
                .put("status", MessageStatus.FAILED.text())
                .put("errorCode", TwilioError.OPTED_OUT.code());
    }

    private static String message(World world, ObjectNode parameters, String webhook) {
        var status = MessageStatus.of(parameters.path("status").asText("delivered"));
        var message = Messages.create(
                world,
                new OutgoingMessage(
                        AccountCredentials.mainAccount(world),
                        Optional.of(parameters.path("number").asText(OwnedNumbers.VALID_SENDER.e164())),
                        Optional.empty(),
                        parameters.path("to").asText(RECIPIENT),
                        parameters.path("body").asText(BODY),
                        List.of(),
                        MessageCallback.post(webhook),
                        "outbound-api",
                        Optional.empty()),
                Optional.of(parameters.path("sid").asText())
                        .filter(sid -> Sid.isSid(sid, "SM"))
                        .orElseGet(() -> Sid.random("SM")));
        if (parameters.has("errorCode")) {
            message.put("error_code", parameters.path("errorCode").asInt())
                    .put(
                            "error_message",
                            MagicRecipients.errorMessage(
                                    parameters.path("errorCode").asInt()));
        }
        if (status != MessageStatus.FAILED && status != MessageStatus.QUEUED) {
            MessageLife.markAsSent(world, message);
        }
        MessageLife.become(world, message, status);
        return message.path("sid").asText();
    }
}
