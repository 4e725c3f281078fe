package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.call.CallSettings.Name;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What tests do at the other end of a call: call a number, press keys, speak, hang up, and read what was said. */
final class CallControl {

    private static final String CALL = ProviderReplay.CONTROL_PATH + "/calls/{sid}";

    private final String webhook;

    /** @param webhook where calls go whose number has no URL; empty for nowhere */
    CallControl(String webhook) {
        this.webhook = webhook;
    }

    void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/inbound/calls", this::call);
        routes.add("POST " + CALL + "/digits", exchange -> act(exchange, "digits", CallControl::press));
        routes.add("POST " + CALL + "/speech", exchange -> act(exchange, "text", CallControl::speak));
        routes.add("POST " + CALL + "/hangup", CallControl::hangUp);
        routes.add("GET " + CALL, CallControl::transcript);
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return exchange.request().json();
        } catch (UncheckedIOException e) {
            throw TwilioError.INVALID_PARAMETER.with("the body is not JSON");
        }
    }

    private static String required(Exchange exchange, String field) {
        return Optional.of(body(exchange).path(field).asText())
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> TwilioError.INVALID_PARAMETER.with("the body needs " + field));
    }

    private static CallSession find(Exchange exchange) {
        var sid = exchange.parameter("sid");
        return CallSession.open(exchange.world(), sid)
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    /** Somebody calls a number of the account. */
    private StubResponse call(Exchange exchange) {
        var account = AccountCredentials.accountSid(exchange);
        var to = number(required(exchange, "to"));
        var caller = required(exchange, "from");
        var from = CallParties.isAddress(caller) ? caller : number(caller).e164();
        if (!OwnedNumbers.owns(exchange.world(), account, to)) {
            throw TwilioError.INVALID_PARAMETER.with(
                    "to: the account has not bought %s; buy it with POST IncomingPhoneNumbers and a VoiceUrl"
                            .formatted(to));
        }
        var owned = OwnedNumbers.find(exchange.world(), account, to).orElseGet(Json::object);
        var call = Call.create(
                exchange.world(),
                account,
                Call.Direction.INBOUND,
                from,
                to.e164(),
                owned.path("sid").asText(null));
        call.dialled(exchange.world().now());
        var settings = settings(OwnedNumbers.voice(exchange.world(), account, to))
                .set(Name.BASE_URL, exchange.request().baseUrl());
        var session = new CallSession(exchange.world(), call, CallFlow.create(call.sid(), settings.toJson()));
        TwimlResponses.begin(session);
        session.store();
        return Responses.created(call.resource());
    }

    private static PhoneNumber number(String text) {
        return PhoneNumber.parse(text).orElseThrow(() -> TwilioError.INVALID_PARAMETER.with(text));
    }

    private CallSettings settings(ObjectNode number) {
        var settings = CallSettings.none().handledBy(number).setEvents(List.of(StatusCallbacks.COMPLETED));
        return settings.text(Name.URL).isPresent() ? settings : settings.set(Name.URL, webhook);
    }

    private static StubResponse act(Exchange exchange, String field, BiConsumer<CallSession, String> act) {
        var session = find(exchange);
        if (session.call().isOver()) {
            throw TwilioError.NOBODY_LISTENS.with();
        }
        act.accept(session, required(exchange, field));
        TwimlRunner.proceed(session);
        session.store();
        return Responses.ok(session.call().resource());
    }

    /** Before anything listens, keys wait for the next Gather. */
    private static void press(CallSession session, String keys) {
        session.transcribe("keys", keys);
        var wait = session.flow().waiting();
        if (wait.isEmpty()) {
            session.flow().setTypedAhead(session.flow().typedAhead() + keys);
            return;
        }
        switch (wait.get().kind()) {
            case PROMPT, GATHER -> GatherVerb.pressed(session, wait.get(), keys);
            case RECORD -> RecordVerb.pressed(session, wait.get(), keys);
            case DIAL -> DialVerb.pressed(session, wait.get(), keys);
            case VERB, HOLD -> session.flow().setTypedAhead(session.flow().typedAhead() + keys);
        }
    }

    private static void speak(CallSession session, String text) {
        session.transcribe("speech", text);
        var wait = session.flow().waiting();
        switch (wait.map(CallWait::kind).orElse(CallWait.Kind.VERB)) {
            case PROMPT, GATHER -> GatherVerb.spoken(session, wait.orElseThrow(), text);
            case RECORD -> wait.orElseThrow().addSpeech(text);
            case VERB, DIAL, HOLD -> session.flow().setNote(CallFlow.Note.SPOKEN_AHEAD, text);
        }
    }

    private static StubResponse hangUp(Exchange exchange) {
        var session = find(exchange);
        CallLife.hangUp(session);
        session.store();
        return Responses.ok(session.call().resource());
    }

    /** Everything that happened; {@code said} has only what the other party heard. */
    private static StubResponse transcript(Exchange exchange) {
        var session = find(exchange);
        var call = session.call();
        var shown =
                Json.object().put("sid", call.sid()).put("status", call.status().text());
        session.flow()
                .waiting()
                .ifPresent(wait -> shown.put("waiting", wait.verb().name()));
        var said = shown.putArray("said");
        session.flow().transcript().forEach(entry -> {
            if (entry.path("verb").asText().equals("Say")) {
                said.add(entry.path("text").asText());
            }
        });
        shown.set("transcript", session.flow().transcript());
        return Responses.json(200, shown);
    }
}
