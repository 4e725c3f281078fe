package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a call was asked for. */
final class CallSettings {

    private final ObjectNode stored;

    /** Reads what was stored, and changes it. */
    CallSettings(ObjectNode stored) {
        this.stored = stored;
    }

    static CallSettings none() {
        return new CallSettings(Json.object());
    }

    ObjectNode toJson() {
        return stored;
    }

    /** A text; empty if there is none. */
    Optional<String> text(Name name) {
        return Optional.of(stored.path(name.name()).asText("")).filter(text -> !text.isEmpty());
    }

    CallSettings set(Name name, String value) {
        stored.put(name.name(), value);
        return this;
    }

    CallSettings set(Name name, Optional<String> value) {
        value.ifPresent(text -> set(name, text));
        return this;
    }

    /** Takes what a number or an application says of calls. */
    CallSettings handledBy(ObjectNode resource) {
        return set(Name.URL, resource.path("voice_url").asText())
                .set(Name.METHOD, resource.path("voice_method").asText())
                .set(Name.FALLBACK_URL, resource.path("voice_fallback_url").asText())
                .set(
                        Name.FALLBACK_METHOD,
                        resource.path("voice_fallback_method").asText())
                .set(Name.STATUS_CALLBACK, resource.path("status_callback").asText())
                .set(
                        Name.STATUS_CALLBACK_METHOD,
                        resource.path("status_callback_method").asText());
    }

    /** {@code GET} or {@code POST}, which is the default. */
    String method(Name name) {
        return text(name).orElse("POST");
    }

    /** A number of seconds. */
    Duration seconds(Name name, Duration otherwise) {
        return text(name).map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(otherwise);
    }

    boolean flag(Name name) {
        return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** After which changes the status callback is made. */
    List<String> events() {
        var events = new ArrayList<String>();
        stored.path("events").forEach(event -> events.add(event.asText()));
        return events;
    }

    CallSettings setEvents(List<String> events) {
        var list = stored.putArray("events");
        events.forEach(list::add);
        return this;
    }

    /** The texts that a call may have. */
    enum Name {
        URL,
        METHOD,
        TWIML,
        FALLBACK_URL,
        FALLBACK_METHOD,
        STATUS_CALLBACK,
        STATUS_CALLBACK_METHOD,
        TIMEOUT,
        TIME_LIMIT,
        SEND_DIGITS,
        MACHINE_DETECTION,
        ASYNC_AMD,
        ASYNC_AMD_CALLBACK,
        ASYNC_AMD_CALLBACK_METHOD,
        RECORD,
        RECORDING_CHANNELS,
        RECORDING_CALLBACK,
        RECORDING_CALLBACK_METHOD,
        RECORDING_EVENTS,
        /** Where this server was reached, for URLs that the application gets. */
        BASE_URL
    }
}
