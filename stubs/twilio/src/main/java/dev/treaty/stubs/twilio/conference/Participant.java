package dev.treaty.stubs.twilio.conference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/**
 * A call that takes part in a conference, or will when it is answered.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/conference-participant-resource">Twilio, participants</a>
 */
final class Participant {

    static final ObjectKind KIND =
            new ObjectKind("participant", "_id", List.of("conference_sid"), ObjectKind.DEFAULT_LIMIT);

    static final String CONNECTED = "connected";

    private Participant() {}

    /** A participant that is not kept yet. */
    static ObjectNode of(World world, ObjectNode conference, String callSid, ConferenceTerms terms, String status) {
        var now = TwilioDates.rfc2822(world.now());
        var sid = conference.path("sid").asText();
        return Json.object()
                .put("_id", id(sid, callSid))
                .put("account_sid", conference.path("account_sid").asText())
                .put("call_sid", callSid)
                .put("call_sid_to_coach", terms.coach().orElse(null))
                .put("coaching", terms.coach().isPresent())
                .put("conference_sid", sid)
                .put("date_created", now)
                .put("date_updated", now)
                .put("end_conference_on_exit", terms.endConferenceOnExit())
                .put("hold", false)
                .put("label", terms.label().orElse(null))
                .put("muted", terms.muted())
                .put("queue_time", (String) null)
                .put("start_conference_on_enter", terms.startConferenceOnEnter())
                .put("status", status)
                .put("uri", conference.path("uri").asText().replace(".json", "/Participants/" + callSid + ".json"));
    }

    private static String id(String conferenceSid, String callSid) {
        return conferenceSid + "-" + callSid;
    }

    static Optional<ObjectNode> find(World world, String conferenceSid, String callSid) {
        return world.objects(KIND).find(id(conferenceSid, callSid));
    }

    /** All of a conference, the first to come first. */
    static List<ObjectNode> all(World world, String conferenceSid) {
        return world.objects(KIND)
                .list("conference_sid", conferenceSid, false, null)
                .toList();
    }

    static boolean isConnected(ObjectNode participant) {
        return participant.path("status").asText().equals(CONNECTED);
    }
}
