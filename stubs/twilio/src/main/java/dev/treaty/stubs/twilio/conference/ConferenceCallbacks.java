package dev.treaty.stubs.twilio.conference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application what happens in a conference, where the first participant asked for it.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent">Twilio, statusCallbackEvent</a>
 */
final class ConferenceCallbacks {

    /** The purpose of the requests. */
    static final String PURPOSE = "twilio-conference-status";

    private static final String URL = "_status_callback";
    private static final String METHOD = "_status_callback_method";
    private static final String EVENTS = "_status_callback_events";
    private static final String SEQUENCE = "_sequence";
    private static final String LAST_EVENT = "_last_event";

    /** As an application gets to know them. */
    private static final Map<String, String> NAMES = Map.of(
            "start", "conference-start",
            "end", "conference-end",
            "join", "participant-join",
            "leave", "participant-leave");

    private ConferenceCallbacks() {}

    /** Takes the URL of the first participant. */
    static void configure(ObjectNode conference, ConferenceTerms terms) {
        if (!conference.has(EVENTS)) {
            terms.statusCallback().ifPresent(url -> conference.put(URL, url));
            conference.put(METHOD, terms.statusCallbackMethod());
            conference.put(EVENTS, " " + String.join(" ", terms.events()) + " ");
        }
    }

    /**
     * Tells of an event, if the application wants to know; the conference has to be kept afterwards.
     *
     * @param event as TwiML calls it, e.g. {@code "join"}
     * @param participant that it is about; null if it is about all
     */
    static void tell(World world, ObjectNode conference, String event, @Nullable ObjectNode participant) {
        tell(world, conference, event, NAMES.getOrDefault(event, event), participant);
    }

    /** The same with a name that the event does not say, e.g. {@code "participant-unmute"} for {@code "mute"}. */
    static void tell(World world, ObjectNode conference, String event, String name, @Nullable ObjectNode participant) {
        var url = conference.path(URL).asText();
        if (url.isEmpty() || !conference.path(EVENTS).asText().contains(" " + event + " ")) {
            return;
        }
        keepOrder(world, conference);
        var number = conference.path(SEQUENCE).asInt() + 1;
        conference.put(SEQUENCE, number);
        var fields = new LinkedHashMap<String, String>();
        fields.put("ConferenceSid", conference.path("sid").asText());
        fields.put("FriendlyName", conference.path("friendly_name").asText());
        fields.put("AccountSid", conference.path("account_sid").asText());
        fields.put("SequenceNumber", String.valueOf(number));
        fields.put("Timestamp", TwilioDates.rfc2822(world.now()));
        fields.put("StatusCallbackEvent", name);
        if (participant != null) {
            addParticipant(fields, participant);
        }
        if (event.equals("end")) {
            fields.put(
                    "ReasonConferenceEnded",
                    conference.path("reason_conference_ended").asText());
            fields.put(
                    "CallSidEndingConference",
                    conference.path("call_sid_ending_conference").asText(""));
        }
        Callbacks.send(
                world,
                PURPOSE,
                conference.path("sid").asText(),
                conference.path("account_sid").asText(),
                conference.path(METHOD).asText(),
                url,
                fields,
                Json.object());
    }

    /** TwiML that was requested earlier may arrive later; what follows from it cannot happen before what has been told already. */
    private static void keepOrder(World world, ObjectNode conference) {
        var last = Instant.ofEpochMilli(conference.path(LAST_EVENT).asLong());
        if (last.isAfter(world.now())) {
            world.setTime(last);
        }
        conference.put(LAST_EVENT, world.now().toEpochMilli());
    }

    private static void addParticipant(Map<String, String> fields, ObjectNode participant) {
        fields.put("CallSid", participant.path("call_sid").asText());
        fields.put("Muted", participant.path("muted").asText());
        fields.put("Hold", participant.path("hold").asText());
        fields.put("Coaching", participant.path("coaching").asText());
        fields.put(
                "EndConferenceOnExit",
                participant.path("end_conference_on_exit").asText());
        fields.put(
                "StartConferenceOnEnter",
                participant.path("start_conference_on_enter").asText());
        if (participant.path("label").isTextual()) {
            fields.put("ParticipantLabel", participant.path("label").asText());
        }
    }
}
