package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * Collects keys or speech, while its prompts are said and for some seconds after.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/gather">Twilio, Gather</a>
 */
final class GatherVerb {

    private static final int TIMEOUT_SECONDS = 5;
    private static final String FINISH_KEY = "#";
    private static final String CONFIDENCE = "0.9";

    private GatherVerb() {}

    static void start(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), Json.object().put("input", input(verb)));
        var prompts = Duration.ZERO;
        for (var prompt : verb.children()) {
            session.transcribe(prompt.name(), prompt.text());
            prompts = prompts.plus(CallTimes.of(prompt));
        }
        var wait = prompts.isZero()
                ? session.waitFor(CallWait.Kind.GATHER, verb, timeout(verb))
                : session.waitFor(CallWait.Kind.PROMPT, verb, prompts);
        takeAhead(session, wait);
    }

    /** What was typed or said before. */
    private static void takeAhead(CallSession session, CallWait wait) {
        var flow = session.flow();
        var digits = flow.typedAhead();
        var speech = flow.note(CallFlow.Note.SPOKEN_AHEAD);
        if (!digits.isEmpty() && hears(wait.verb(), "dtmf")) {
            flow.setTypedAhead("");
            pressed(session, wait, digits);
        } else if (!speech.isEmpty() && hears(wait.verb(), "speech")) {
            flow.setNote(CallFlow.Note.SPOKEN_AHEAD, "");
            spoken(session, wait, speech);
        }
    }

    private static String input(TwimlElement verb) {
        return verb.attribute("input").orElse("dtmf");
    }

    /** Whether it listens to {@code dtmf} or {@code speech}. */
    static boolean hears(TwimlElement verb, String input) {
        return Arrays.asList(input(verb).split("[ ,]+")).contains(input);
    }

    private static Duration timeout(TwimlElement verb) {
        return Duration.ofSeconds(verb.number("timeout", TIMEOUT_SECONDS));
    }

    /** The prompts are over; now it waits. */
    static void promptsOver(CallSession session, CallWait wait) {
        session.waitFor(CallWait.Kind.GATHER, wait.verb(), timeout(wait.verb())).setDigits(wait.digits());
    }

    /** Keys were pressed; what follows the key that ends it is lost. */
    static void pressed(CallSession session, CallWait wait, String keys) {
        var verb = wait.verb();
        if (!hears(verb, "dtmf")) {
            return;
        }
        var finishOn = verb.attributes().getOrDefault("finishOnKey", FINISH_KEY);
        var wanted = verb.number("numDigits", Integer.MAX_VALUE);
        var typed = new StringBuilder(wait.digits());
        session.waitOver();
        for (var i = 0; i < keys.length(); i++) {
            var key = keys.substring(i, i + 1);
            if (finishOn.contains(key)) {
                submit(session, verb, typed.toString(), key);
                return;
            }
            typed.append(key);
            if (typed.length() == wanted) {
                submit(session, verb, typed.toString(), "");
                return;
            }
        }
        session.waitFor(CallWait.Kind.GATHER, verb, timeout(verb)).setDigits(typed.toString());
    }

    /** No further key was pressed. */
    static void timedOut(CallSession session, CallWait wait) {
        submit(session, wait.verb(), wait.digits(), "");
    }

    /** Requests the action; with nothing to submit, the call goes on with the next verb. */
    private static void submit(CallSession session, TwimlElement verb, String digits, String finishedOn) {
        session.transcribe("gathered", Json.object().put("digits", digits));
        if (digits.isEmpty() && !verb.flag("actionOnEmptyResult")) {
            return;
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("msg", "Gather End");
        fields.put("Digits", digits);
        fields.put("FinishedOnKey", finishedOn);
        VoiceRequests.action(session, verb, fields);
    }

    /** Something was said. */
    static void spoken(CallSession session, CallWait wait, String text) {
        var verb = wait.verb();
        if (!hears(verb, "speech")) {
            return;
        }
        session.waitOver();
        session.transcribe("gathered", Json.object().put("speech", text));
        tellPartly(session, verb, text);
        var fields = new LinkedHashMap<String, String>();
        fields.put("SpeechResult", text);
        fields.put("Confidence", CONFIDENCE);
        fields.put("Language", verb.attribute("language").orElse("en-US"));
        VoiceRequests.action(session, verb, fields);
    }

    /** Tells the application what was recognized so far, if it wants to know while the caller speaks. */
    private static void tellPartly(CallSession session, TwimlElement verb, String text) {
        VoiceRequests.url(session, verb, "partialResultCallback").ifPresent(url -> {
            var fields = session.call().parameters();
            fields.put("SequenceNumber", "0");
            fields.put("Stability", CONFIDENCE);
            fields.put("StableSpeechResult", "");
            fields.put("UnstableSpeechResult", text);
            var method = verb.attribute("partialResultCallbackMethod").orElse("POST");
            StatusCallbacks.send(session, method, url, fields);
        });
    }
}
