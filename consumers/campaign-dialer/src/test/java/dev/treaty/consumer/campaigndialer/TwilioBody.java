package dev.treaty.consumer.campaigndialer;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.util.function.Consumer;

/** Twilio's responses: messages, calls and errors, with the fields that the dialler reads. */
final class TwilioBody {

    static final String E164 = "\\+[1-9]\\d{1,14}";

    private static final String RFC_2822 = "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000";

    private TwilioBody() {}

    /** A message; {@code more} adds to the fields that it always has. */
    static DslPart message(String status, Consumer<LambdaDslObject> more) {
        return newJsonBody(message -> {
                    message(message, TwilioExamples.MESSAGE, status);
                    more.accept(message);
                })
                .build();
    }

    static void message(LambdaDslObject message, String sid, String status) {
        message.stringMatcher("sid", "(SM|MM)[0-9a-f]{32}", sid);
        message.stringMatcher("to", E164, TwilioExamples.VOTER.e164());
        message.stringValue("status", status);
    }

    static void text(LambdaDslObject message) {
        message.stringType("body", TwilioExamples.WORDS);
    }

    /** When a message was sent, in UTC. */
    static void sentNow(LambdaDslObject message) {
        message.stringMatcher("date_sent", RFC_2822, TwilioExamples.NOW);
    }

    /** A call; {@code more} adds to the fields that it always has. */
    static DslPart call(String status, Consumer<LambdaDslObject> more) {
        return newJsonBody(call -> {
                    call.stringMatcher("sid", "CA[0-9a-f]{32}", TwilioExamples.CALL);
                    call.stringMatcher("to", E164, TwilioExamples.VOTER.e164());
                    call.stringValue("status", status);
                    more.accept(call);
                })
                .build();
    }

    /** Twilio's form of an error: the dialler decides by the code; the rest is for people. */
    static DslPart error(int status, int code, String message) {
        return newJsonBody(error -> {
                    error.numberValue("status", status);
                    error.numberValue("code", code);
                    error.stringType("message", message);
                    error.stringMatcher(
                            "more_info",
                            "https://www\\.twilio\\.com/docs/errors/\\d+",
                            "https://www.twilio.com/docs/errors/" + code);
                })
                .build();
    }
}
