package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What only the replay knows of a call: how it was asked for, where it is in its TwiML, what it waits for, what was said.
 */
final class CallFlow {

    private static final ObjectKind KIND = new ObjectKind("call-flow", "sid", List.of(), ObjectKind.DEFAULT_LIMIT);
    private static final int TRANSCRIBED = 1_000;
    private static final String ASIDE = "aside";

    private final ObjectNode stored;

    private CallFlow(ObjectNode stored) {
        this.stored = stored;
    }

    /**
     * The flow of a new call.
     *
     * @param settings see {@link CallSettings}
     */
    static CallFlow create(String callSid, ObjectNode settings) {
        var stored = Json.object().put("sid", callSid);
        stored.set("settings", settings);
        stored.putArray("verbs");
        stored.putArray("transcript");
        return new CallFlow(stored);
    }

    static Optional<CallFlow> find(World world, String callSid) {
        return world.objects(KIND).find(callSid).map(CallFlow::new);
    }

    static void remove(World world, String callSid) {
        world.objects(KIND).remove(callSid);
    }

    void store(World world) {
        world.objects(KIND).put(stored);
    }

    CallSettings settings() {
        return new CallSettings((ObjectNode) stored.path("settings"));
    }

    /** Where the present TwiML comes from; empty if it was not fetched. */
    String url() {
        return stored.path("url").asText();
    }

    /** Starts with the first verb of other TwiML. */
    void setDocument(String url, List<TwimlElement> verbs) {
        stored.put("url", url).put("next", 0).remove("awaited");
        var list = stored.putArray("verbs");
        verbs.forEach(verb -> list.add(verb.toJson()));
    }

    /** The next verb, which is then done with; empty at the end of the TwiML. */
    Optional<TwimlElement> nextVerb() {
        var next = stored.path("next").asInt();
        var verbs = stored.path("verbs");
        if (next >= verbs.size()) {
            return Optional.empty();
        }
        stored.put("next", next + 1);
        return Optional.of(TwimlElement.fromJson(verbs.get(next)));
    }

    /** Whether a verb takes time, or TwiML is awaited. */
    boolean isWaiting() {
        return stored.has("wait") || stored.has("awaited");
    }

    /** What takes time at present. */
    Optional<CallWait> waiting() {
        return stored.get("wait") instanceof ObjectNode wait ? Optional.of(new CallWait(wait)) : Optional.empty();
    }

    void setWait(CallWait wait) {
        stored.set("wait", wait.toJson());
    }

    void clearWait() {
        stored.remove("wait");
    }

    /** Has a call do something else while it waits, e.g. hear music in a queue; see {@link #goBack}. */
    void setAside() {
        var aside =
                Json.object().put("url", url()).put("next", stored.path("next").asInt());
        aside.set("verbs", stored.path("verbs"));
        aside.set("wait", stored.path("wait"));
        stored.set(ASIDE, aside);
        clearWait();
    }

    /** What the call waits for while it does something else. */
    Optional<CallWait> aside() {
        return stored.path(ASIDE).path("wait") instanceof ObjectNode wait
                ? Optional.of(new CallWait(wait))
                : Optional.empty();
    }

    /** Where the TwiML comes from in which that was set aside. */
    String urlAside() {
        return stored.path(ASIDE).path("url").asText();
    }

    /** Does nothing but wait again, for what was set aside, in the TwiML that it was set aside in. */
    void goBack() {
        if (stored.remove(ASIDE) instanceof ObjectNode aside) {
            stored.setAll(aside);
            stored.remove("awaited");
        }
    }

    /** Awaits TwiML; what was awaited before is then ignored. Returns a number for the request. */
    long awaitDocument() {
        var number = stored.path("requests").asLong() + 1;
        stored.put("requests", number).put("awaited", number);
        return number;
    }

    boolean awaits(long request) {
        return stored.path("awaited").asLong(-1) == request;
    }

    /** How many documents have followed each other while no time passed in the call; counts one more. */
    int countDocument() {
        var count = stored.path("documentsAtOnce").asInt() + 1;
        stored.put("documentsAtOnce", count);
        return count;
    }

    void timePasses() {
        stored.remove("documentsAtOnce");
    }

    /** The number of the next status callback, from 0. */
    int nextSequenceNumber() {
        var number = stored.path("sequence").asInt();
        stored.put("sequence", number + 1);
        return number;
    }

    /** Keys that were pressed before anything listened. */
    String typedAhead() {
        return stored.path("digits").asText();
    }

    void setTypedAhead(String digits) {
        stored.put("digits", digits);
    }

    /** What is kept besides, e.g. the handle of something that is due; empty text if there is none. */
    String note(Note note) {
        return stored.path("notes").path(note.name()).asText();
    }

    void setNote(Note note, String value) {
        stored.withObject("/notes").put(note.name(), value);
    }

    /** Adds to what tests can read; beyond a limit, nothing is added. */
    void transcribe(Instant at, String verb, ObjectNode details) {
        var transcript = stored.withArray("transcript");
        if (transcript.size() < TRANSCRIBED) {
            transcript.add(
                    Json.object().put("at", at.toString()).put("verb", verb).setAll(details));
        }
    }

    /** Everything that happened, the oldest first. */
    JsonNode transcript() {
        return stored.path("transcript");
    }

    /** What a flow keeps besides. */
    enum Note {
        /** The SID of the recording of the whole call. */
        RECORDING,
        /** The SID of the last recording that a Record made. */
        RECORD_VERB,
        /** The handle of what ends the call when it has lasted too long. */
        LIMIT,
        /** The SID of the call that was answered first of those that a Dial dialled. */
        BRIDGED,
        /** That the call is connected with the one that dialled it when its own TwiML ends; empty if not. */
        TO_CONNECT,
        /** The SID of the conference that the call takes part in, or will when it is answered. */
        CONFERENCE,
        /** The SID of the queue that the call waits in, or was connected from. */
        QUEUE,
        /** The SID of the call that it was connected with through a queue. */
        PARTNER,
        /** Speech that was said before anything listened. */
        SPOKEN_AHEAD
    }
}
