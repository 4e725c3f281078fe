package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.twiml.TwimlElement;
import java.time.Duration;

/**
 * How long things take in the replay, where a person or a network would decide. {@code stubs/README.md} lists them.
 */
final class CallTimes {

    /** From the API's response until the call is dialled. */
    static final Duration QUEUED = Duration.ofMillis(500);

    /** From dialling until it rings, is busy at once, or fails. */
    static final Duration DIALLING = Duration.ofMillis(500);

    /** How long it rings before somebody answers, or declines. */
    static final Duration RINGING = Duration.ofSeconds(2);

    /** How long a machine's greeting is, including its beep. */
    static final Duration GREETING = Duration.ofSeconds(5);

    /** How long it takes to tell a person from a machine. */
    static final Duration DETECTION = Duration.ofSeconds(1);

    /** How long two parties talk that {@code <Dial>} has connected, unless one of them is told to hang up. */
    static final Duration CONVERSATION = Duration.ofSeconds(10);

    /** How long somebody speaks to {@code <Record>}, unless told otherwise. */
    static final Duration SPEECH = Duration.ofSeconds(5);

    /** How long a call may be. */
    static final Duration LONGEST = Duration.ofHours(4);

    private static final double WORDS_PER_SECOND = 2.5;
    private static final int PLAY_SECONDS = 3;
    private static final int MILLIS_PER_KEY = 500;
    private static final int FOR_EVER = 1_000;

    private CallTimes() {}

    /** How long {@code <Say>}, {@code <Play>} and {@code <Pause>} take. */
    static Duration of(TwimlElement verb) {
        return switch (verb.name()) {
            case "Say" -> speech(verb.text()).multipliedBy(loops(verb));
            case "Play" -> play(verb).multipliedBy(loops(verb));
            case "Pause" -> Duration.ofSeconds(verb.number("length", 1));
            default -> Duration.ZERO;
        };
    }

    private static Duration speech(String text) {
        var words = text.isEmpty() ? 0 : text.split(" ").length;
        return Duration.ofSeconds(words == 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_SECOND)));
    }

    private static Duration play(TwimlElement verb) {
        return verb.attribute("digits")
                .map(digits -> Duration.ofMillis((long) digits.length() * MILLIS_PER_KEY))
                .orElse(Duration.ofSeconds(PLAY_SECONDS));
    }

    /** 0 means for ever, which Twilio ends after a thousand times. */
    private static int loops(TwimlElement verb) {
        var loops = verb.number("loop", 1);
        return loops == 0 ? FOR_EVER : Math.min(loops, FOR_EVER);
    }
}
