package dev.treaty.stubs.twilio.conference;

import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a call takes part in a conference.
 *
 * @param label by which the API finds it as well
 * @param coach the SID of the call that it coaches
 * @param statusCallback absolute; that of the first participant counts for the whole conference
 * @param events of which the application is told, e.g. {@code "join"}
 * @see <a href="https://www.twilio.com/docs/voice/twiml/conference">Twilio, Conference</a>
 */
public record ConferenceTerms(
        boolean muted,
        boolean startConferenceOnEnter,
        boolean endConferenceOnExit,
        int maxParticipants,
        Optional<String> label,
        Optional<String> coach,
        Optional<String> statusCallback,
        String statusCallbackMethod,
        List<String> events) {

    private static final int MOST_PARTICIPANTS = 250;

    /** By the parameter of a request. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Muted", "muted",
            "StartConferenceOnEnter", "startConferenceOnEnter",
            "EndConferenceOnExit", "endConferenceOnExit",
            "MaxParticipants", "maxParticipants",
            "Label", "participantLabel",
            "CallSidToCoach", "coach",
            "ConferenceStatusCallback", "statusCallback",
            "ConferenceStatusCallbackMethod", "statusCallbackMethod",
            "ConferenceStatusCallbackEvent", "statusCallbackEvent");

    public ConferenceTerms {
        events = List.copyOf(events);
    }

    /**
     * The noun that a request to call somebody into a conference amounts to.
     *
     * @param name of the conference
     */
    public static TwimlElement noun(String name, Parameters parameters) {
        var attributes = new LinkedHashMap<String, String>();
        ATTRIBUTES.forEach((parameter, attribute) -> {
            var values = parameters.all(parameter);
            if (!values.isEmpty()) {
                attributes.put(attribute, String.join(" ", values));
            }
        });
        return new TwimlElement("Conference", attributes, name, List.of());
    }

    /**
     * As TwiML says.
     *
     * @param noun {@code <Conference>}
     * @param statusCallback absolute
     */
    public static ConferenceTerms of(TwimlElement noun, Optional<String> statusCallback) {
        return new ConferenceTerms(
                noun.flag("muted"),
                noun.attribute("startConferenceOnEnter")
                        .filter("false"::equalsIgnoreCase)
                        .isEmpty(),
                noun.flag("endConferenceOnExit"),
                noun.number("maxParticipants", MOST_PARTICIPANTS),
                noun.attribute("participantLabel"),
                noun.attribute("coach"),
                statusCallback,
                noun.attribute("statusCallbackMethod").orElse("POST"),
                noun.attribute("statusCallbackEvent")
                        .map(events -> List.of(events.split("[ ,]+")))
                        .orElse(List.of("start", "end")));
    }
}
