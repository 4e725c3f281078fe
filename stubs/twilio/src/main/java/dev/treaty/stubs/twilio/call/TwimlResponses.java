package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.twilio.twiml.TwimlProblem;
import dev.treaty.stubs.twilio.twiml.TwimlReader;
import dev.treaty.stubs.twilio.twiml.TwimlResult;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;

/** Takes TwiML: the one that a call begins with, and what the application responds later. */
final class TwimlResponses {

    /** How many documents may follow each other without anything that takes time. */
    static final int DOCUMENTS_AT_ONCE = 50;

    private static final int INVALID_URL = 11100;
    private static final int RETRIEVAL_FAILURE = 11200;
    private static final int CONNECTION_FAILURE = 11205;
    private static final int TOO_MANY_REDIRECTS = 11215;
    private static final String APOLOGY = "We're sorry, an application error has occurred. Goodbye.";

    private TwimlResponses() {}

    /** Begins with the TwiML with which the call was made, or with other TwiML that was set since. */
    static void begin(CallSession session) {
        var settings = session.flow().settings();
        var url = settings.text(CallSettings.Name.URL);
        var twiml = settings.text(CallSettings.Name.TWIML);
        if (url.isEmpty() && twiml.isPresent()) {
            take(session, "", TwimlReader.VOICE.read(twiml.get()), false);
        } else {
            VoiceRequests.request(session, settings.method(CallSettings.Name.METHOD), url.orElse(""), Map.of());
        }
    }

    /** The application has responded, or it has not. */
    static void completed(World world, Delivery delivery, DeliveryResult result) {
        var data = delivery.data();
        CallSession.open(world, data.path(CallSession.CALL).asText()).ifPresent(session -> {
            if (isAwaited(session, data)) {
                var url = data.path(VoiceRequests.URL).asText();
                take(
                        session,
                        url,
                        read(url, result),
                        data.path(VoiceRequests.FALLBACK).asBoolean());
                session.store();
            }
        });
    }

    /** The application cannot be asked, because there is no such URL. */
    static void unreachable(CallSession session, ObjectNode data) {
        if (isAwaited(session, data)) {
            var url = data.path(VoiceRequests.URL).asText();
            var problem = new TwimlProblem(INVALID_URL, "Invalid URL format: \"%s\"".formatted(url));
            take(
                    session,
                    url,
                    new TwimlResult.Failed(problem),
                    data.path(VoiceRequests.FALLBACK).asBoolean());
        }
    }

    /** After a redirection by the API, or when the call is over, nobody waits for what was requested before. */
    private static boolean isAwaited(CallSession session, ObjectNode data) {
        return !session.call().isOver()
                && session.flow().awaits(data.path(VoiceRequests.REQUEST).asLong());
    }

    private static TwimlResult read(String url, DeliveryResult result) {
        if (result.isSuccess()) {
            return TwimlReader.VOICE.read(result.header("content-type"), result.text(), url);
        }
        return new TwimlResult.Failed(
                result.status() > 0
                        ? new TwimlProblem(
                                RETRIEVAL_FAILURE, "Got HTTP %d response to %s".formatted(result.status(), url))
                        : new TwimlProblem(
                                CONNECTION_FAILURE, "No response from %s: %s".formatted(url, result.error())));
    }

    private static void take(CallSession session, String url, TwimlResult result, boolean isFallback) {
        if (session.flow().countDocument() > DOCUMENTS_AT_ONCE) {
            fail(
                    session,
                    new TwimlProblem(
                            TOO_MANY_REDIRECTS,
                            "%d documents followed each other without saying, playing or waiting for anything; the stub ends such a loop"
                                    .formatted(DOCUMENTS_AT_ONCE)));
        } else if (result instanceof TwimlResult.Document document) {
            run(session, url, document);
        } else if (result instanceof TwimlResult.Failed failed) {
            fail(session, url, failed.problem(), isFallback);
        }
    }

    private static void run(CallSession session, String url, TwimlResult.Document document) {
        session.flow().setDocument(url, document.verbs());
        document.warnings().forEach(warning -> CallNotifications.warning(session, warning));
        if (session.call().status() == CallStatus.RINGING) {
            var first = document.verbs().stream().findFirst().filter(verb -> verb.is("Reject"));
            if (first.isPresent()) {
                reject(session, first.get());
                return;
            }
            CallAnswering.answered(session);
        }
        TwimlRunner.proceed(session);
    }

    /** The number was called, and does not answer. */
    private static void reject(CallSession session, TwimlElement verb) {
        var isBusy = verb.attribute("reason").filter("busy"::equals).isPresent();
        session.transcribe(verb.name(), isBusy ? "busy" : "rejected");
        CallEnding.end(session, isBusy ? CallStatus.BUSY : CallStatus.NO_ANSWER);
    }

    private static void fail(CallSession session, String url, TwimlProblem problem, boolean isFallback) {
        var settings = session.flow().settings();
        var fallback = settings.text(CallSettings.Name.FALLBACK_URL);
        var isAside = session.flow().aside().isPresent();
        if (fallback.isPresent() && !isFallback && !isAside) {
            CallNotifications.error(session, problem);
            var method = settings.method(CallSettings.Name.FALLBACK_METHOD);
            VoiceRequests.fallback(session, method, fallback.get(), problem.code(), url);
        } else {
            fail(session, problem);
        }
    }

    /** Twilio answers the call, apologises and hangs up. Who waits for others, waits for them in silence. */
    private static void fail(CallSession session, TwimlProblem problem) {
        if (session.flow().aside().isPresent()) {
            CallNotifications.warning(session, problem);
            session.endAside();
            return;
        }
        CallNotifications.error(session, problem);
        if (session.call().status() == CallStatus.RINGING) {
            CallAnswering.answered(session);
        }
        session.transcribe("Say", APOLOGY);
        CallEnding.end(session, CallStatus.COMPLETED);
    }
}
