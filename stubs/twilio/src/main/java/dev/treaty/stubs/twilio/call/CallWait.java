package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A verb that takes time. */
final class CallWait {

    private final ObjectNode stored;

    CallWait(ObjectNode stored) {
        this.stored = stored;
    }

    /** A verb that began at a time. */
    static CallWait of(Kind kind, TwimlElement verb, Instant since) {
        var stored = Json.object().put("kind", kind.name()).put("since", since.toString());
        stored.set("verb", verb.toJson());
        stored.putArray("children");
        return new CallWait(stored);
    }

    ObjectNode toJson() {
        return stored;
    }

    Kind kind() {
        return Kind.valueOf(stored.path("kind").asText());
    }

    TwimlElement verb() {
        return TwimlElement.fromJson(stored.path("verb"));
    }

    Instant since() {
        return Instant.parse(stored.path("since").asText());
    }

    /** Of what is due when it is over; empty if it has no end of its own. */
    String handle() {
        return stored.path("handle").asText();
    }

    void setHandle(String handle) {
        stored.put("handle", handle);
    }

    /** Keys that were pressed so far. */
    String digits() {
        return stored.path("digits").asText();
    }

    void setDigits(String digits) {
        stored.put("digits", digits);
    }

    /** What was said meanwhile. */
    String speech() {
        return stored.path("speech").asText();
    }

    void addSpeech(String text) {
        stored.put("speech", (speech() + " " + text).strip());
    }

    /** The calls that it dialled. */
    List<String> children() {
        var children = new ArrayList<String>();
        stored.path("children").forEach(child -> children.add(child.asText()));
        return children;
    }

    void addChild(String sid) {
        stored.withArray("children").add(sid);
    }

    /** What is waited for. */
    enum Kind {
        /** Until something has been said or played. */
        VERB,
        /** Until the prompts in a Gather are over; keys count already. */
        PROMPT,
        /** For the next key, or for speech. */
        GATHER,
        /** Until the caller has spoken. */
        RECORD,
        /** Until all dialled calls are over. */
        DIAL,
        /** Until others end it: in a conference, in a queue, or in a talk. */
        HOLD
    }
}
