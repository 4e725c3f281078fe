package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the application for TwiML. The call waits for it; {@link TwimlResponses} takes it.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application">Twilio, requests to the application</a>
 */
final class VoiceRequests {

    /** The purpose of the requests. */
    static final String PURPOSE = "twilio-call-twiml";

    /** The field of a delivery's data with the number of the request, see {@link CallFlow#awaits}. */
    static final String REQUEST = "request";

    /** The field of a delivery's data with the URL as it was asked for. */
    static final String URL = "url";

    /** The field of a delivery's data that says that this is the fallback. */
    static final String FALLBACK = "fallback";

    private VoiceRequests() {}

    /** Requests the action of a verb, or the present TwiML again if it has none. Returns whether there is anything to request. */
    static boolean action(CallSession session, TwimlElement verb, Map<String, String> further) {
        var url = verb.attribute("action").orElse(session.flow().url());
        if (url.isEmpty()) {
            return false;
        }
        request(session, verb.attribute("method").orElse("POST"), url, further);
        return true;
    }

    /**
     * Requests TwiML.
     *
     * @param url absolute, or relative to the present TwiML
     * @param further parameters, besides those of every request
     */
    static void request(CallSession session, String method, String url, Map<String, String> further) {
        send(session, method, resolved(session.flow().url(), url), further, false);
    }

    /**
     * Requests what a call hears while it waits in a queue or for a conference.
     *
     * @param element {@code <Enqueue>} or {@code <Conference>}; its {@code waitUrl} is relative to the TwiML that it is in
     * @param place in the queue, as Twilio tells it
     */
    static void requestWaitTwiml(CallSession session, TwimlElement element, Map<String, String> place) {
        var url =
                resolved(session.flow().urlAside(), element.attribute("waitUrl").orElse(""));
        var method = element.attribute(element.is("Enqueue") ? "waitUrlMethod" : "waitMethod");
        send(session, method.orElse("POST"), url, place, false);
    }

    /** Requests the fallback, saying what went wrong where. */
    static void fallback(CallSession session, String method, String url, int code, String failed) {
        send(session, method, url, Map.of("ErrorCode", String.valueOf(code), "ErrorUrl", failed), true);
    }

    private static void send(
            CallSession session, String method, String url, Map<String, String> further, boolean isFallback) {
        var call = session.call();
        var data = Json.object()
                .put(CallSession.CALL, call.sid())
                .put(Callbacks.CONVERSATION, call.sid())
                .put(REQUEST, session.flow().awaitDocument())
                .put(URL, url)
                .put(FALLBACK, isFallback);
        if (!Callbacks.isUrl(url)) {
            session.schedule(CallSession.Step.UNREACHABLE, Duration.ZERO, data);
            return;
        }
        var fields = call.parameters();
        fields.putAll(further);
        session.transcribe("request", Json.object().put("method", method).put("url", url));
        Callbacks.send(session.world(), PURPOSE, channel(call), call.accountSid(), method, url, fields, data);
    }

    /** A slow status callback does not hold up the call itself. */
    private static String channel(Call call) {
        return call.sid() + "/twiml";
    }

    /** The URL in an attribute, absolute; empty if it has none. */
    static Optional<String> url(CallSession session, TwimlElement element, String attribute) {
        return element.attribute(attribute).map(url -> resolved(session.flow().url(), url));
    }

    private static String resolved(String base, String url) {
        try {
            return base.isEmpty() ? url : URI.create(base).resolve(url.strip()).toString();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
