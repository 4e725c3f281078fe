package dev.treaty.stubs.twilio.conference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Conferences: init → in-progress as soon as two take part, one of whom may start it → completed.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/conference-resource">Twilio, conferences</a>
 */
public final class Conferences {

    /** What is scheduled for a call that a conference has ended for; its data has the SID in {@code call}. */
    public static final String LEFT = "twilio-call-left";

    /** Account and name, while it is not over. */
    private static final String NAME = "_name";

    static final ObjectKind KIND = ResourceTable.kind("conference", "account_sid", NAME);

    private static final String STATUS = "status";
    private static final String SID = "sid";

    private Conferences() {}

    /** The conference with a name that is not over; a new one if there is none. */
    public static ObjectNode open(World world, String accountSid, String name) {
        return ResourceTable.of(world, KIND)
                .newestFirst(NAME, accountSid + "/" + name)
                .findFirst()
                .orElseGet(() -> create(world, accountSid, name));
    }

    /**
     * The conference that a path names, by its SID or its name; a new one if nothing has the name.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 20404 if there is none with the SID
     */
    public static ObjectNode named(Exchange exchange, String name) {
        return Sid.isSid(name, "CF")
                ? AccountResources.find(exchange, KIND, "ConferenceSid")
                : open(exchange.world(), AccountCredentials.accountSid(exchange), name);
    }

    private static ObjectNode create(World world, String accountSid, String name) {
        var sid = Sid.random("CF");
        var now = TwilioDates.rfc2822(world.now());
        var uri = "/2010-04-01/Accounts/" + accountSid + "/Conferences/" + sid;
        var conference = Json.object()
                .put("account_sid", accountSid)
                .put("api_version", "2010-04-01")
                .put("call_sid_ending_conference", (String) null)
                .put("date_created", now)
                .put("date_updated", now)
                .put("friendly_name", name)
                .put("reason_conference_ended", (String) null)
                .put("region", "us1")
                .put(SID, sid)
                .put(STATUS, "init")
                .put("uri", uri + ".json")
                .put(NAME, accountSid + "/" + name);
        conference
                .putObject("subresource_uris")
                .put("participants", uri + "/Participants.json")
                .put("recordings", uri + "/Recordings.json");
        ResourceTable.of(world, KIND).put(conference);
        return conference;
    }

    /** Notes that a call will join when it is answered. */
    public static ObjectNode invite(World world, ObjectNode conference, String callSid, ConferenceTerms terms) {
        var participant = Participant.of(world, conference, callSid, terms, "queued");
        world.objects(Participant.KIND).put(participant);
        return participant;
    }

    /**
     * Has a call take part.
     *
     * @return the conference's SID; empty if it is full
     */
    public static Optional<String> join(
            World world, String accountSid, String name, String callSid, ConferenceTerms terms) {
        var conference = open(world, accountSid, name);
        var sid = conference.path(SID).asText();
        var connected = Participant.all(world, sid).stream()
                .filter(Participant::isConnected)
                .count();
        if (connected >= terms.maxParticipants()) {
            return Optional.empty();
        }
        ConferenceCallbacks.configure(conference, terms);
        var participant = Participant.of(world, conference, callSid, terms, Participant.CONNECTED);
        world.objects(Participant.KIND).put(participant);
        ConferenceCallbacks.tell(world, conference, "join", participant);
        var mayStart = Participant.all(world, sid).stream()
                .filter(Participant::isConnected)
                .anyMatch(other -> other.path("start_conference_on_enter").asBoolean());
        if (connected > 0 && mayStart && conference.path(STATUS).asText().equals("init")) {
            conference.put(STATUS, "in-progress").put("date_updated", TwilioDates.rfc2822(world.now()));
            ConferenceCallbacks.tell(world, conference, "start", null);
        }
        ResourceTable.of(world, KIND).put(conference);
        return Optional.of(sid);
    }

    /** Whether those who take part hear each other, instead of what they hear while they wait. */
    public static boolean hasStarted(World world, String conferenceSid) {
        return ResourceTable.of(world, KIND)
                .find(conferenceSid)
                .filter(conference -> !conference.path(STATUS).asText().equals("init"))
                .isPresent();
    }

    /** The calls that take part. */
    public static List<String> calls(World world, String conferenceSid) {
        return Participant.all(world, conferenceSid).stream()
                .filter(Participant::isConnected)
                .map(participant -> participant.path("call_sid").asText())
                .toList();
    }

    /** Has a call no longer take part; the conference is over if nobody does, or if it was there to end it. */
    public static void leave(World world, String conferenceSid, String callSid) {
        leave(world, conferenceSid, callSid, "left");
    }

    /** Removes a call from a conference; the call goes on with its TwiML. */
    static void kick(World world, String conferenceSid, String callSid) {
        tellCall(world, callSid);
        leave(world, conferenceSid, callSid, "kicked");
    }

    private static void leave(World world, String conferenceSid, String callSid, String how) {
        var conference = ResourceTable.of(world, KIND).find(conferenceSid);
        var participant = Participant.find(world, conferenceSid, callSid);
        if (conference.isEmpty() || participant.isEmpty()) {
            return;
        }
        world.objects(Participant.KIND).remove(participant.get().path("_id").asText());
        if (!Participant.isConnected(participant.get())) {
            return;
        }
        ConferenceCallbacks.tell(world, conference.get(), "leave", participant.get());
        var left = Participant.all(world, conferenceSid).stream()
                .filter(Participant::isConnected)
                .count();
        if (participant.get().path("end_conference_on_exit").asBoolean()) {
            end(world, conference.get(), "participant-with-end-conference-on-exit-" + how, callSid);
        } else if (left == 0) {
            end(world, conference.get(), "last-participant-" + how, callSid);
        } else {
            ResourceTable.of(world, KIND).put(conference.get());
        }
    }

    /**
     * Ends a conference; nothing happens if it is over.
     *
     * @param callSid of the call that ended it; empty if it was the API
     */
    static void end(World world, ObjectNode conference, String reason, String callSid) {
        if (conference.path(STATUS).asText().equals("completed")) {
            return;
        }
        for (var participant : Participant.all(world, conference.path(SID).asText())) {
            world.objects(Participant.KIND).remove(participant.path("_id").asText());
            if (Participant.isConnected(participant)) {
                ConferenceCallbacks.tell(world, conference, "leave", participant);
                tellCall(world, participant.path("call_sid").asText());
            }
        }
        conference
                .put(STATUS, "completed")
                .put("date_updated", TwilioDates.rfc2822(world.now()))
                .put("reason_conference_ended", reason)
                .put("call_sid_ending_conference", callSid.isEmpty() ? null : callSid)
                .put(NAME, "");
        ConferenceCallbacks.tell(world, conference, "end", null);
        ResourceTable.of(world, KIND).put(conference);
    }

    private static void tellCall(World world, String callSid) {
        world.due().schedule(world.now(), LEFT, Json.object().put("call", callSid));
    }
}
