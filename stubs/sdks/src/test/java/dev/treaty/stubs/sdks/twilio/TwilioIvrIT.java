package dev.treaty.stubs.sdks.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.security.RequestValidator;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.sdks.http.ReceivedRequest;
import dev.treaty.stubs.sdks.http.WebhookReceiver;
import dev.treaty.stubs.sdks.http.WebhookReceiver.Reply;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import dev.treaty.stubs.sdks.process.SharedStubs;
import dev.treaty.stubs.sdks.process.StubAccount;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A telephone menu, written with the SDK's TwiML and called by the stub server: welcome, a key, a wrong key, no key, an agent. */
@ExtendWith(SharedStubs.class)
class TwilioIvrIT {

    private static final PhoneNumber CALLEE = new PhoneNumber("+14155550123");
    private static final PhoneNumber OWN_NUMBER = new PhoneNumber("+15005550006");
    private static final String AGENT = "+14155550199";

    @Test
    void a_caller_finds_the_agent_after_a_wrong_key_and_none(PackagedStubs stubs) throws Exception {
        try (var application = WebhookReceiver.start()) {
            application
                    .reply("/welcome", request -> twiml(menu("Welcome. Press 1 to talk to an agent.")))
                    .reply("/chosen", TwilioIvrIT::chosen)
                    .reply("/agent-left", request -> twiml(new VoiceResponse.Builder().say(say("Goodbye"))));
            var account = StubAccount.twilio(stubs);
            var twilio = TwilioSdk.of(account);
            var call = Call.creator(CALLEE, OWN_NUMBER, URI.create(application.url("/welcome")))
                    .setStatusCallback(URI.create(application.url("/status")))
                    .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                    .create(twilio);

            account.advance(Duration.ofSeconds(5));
            press(account, call, "9");
            account.advance(Duration.ofSeconds(45)); // the menu is said again, and no key is pressed
            press(account, call, "1");
            account.advance(Duration.ofMinutes(1));

            assertThat(said(account, call))
                    .containsExactly(
                            "Welcome. Press 1 to talk to an agent.",
                            "That is not a choice.",
                            "Welcome. Press 1 to talk to an agent.",
                            "Are you still there?",
                            "Welcome. Press 1 to talk to an agent.",
                            "Goodbye");
            assertThat(application.received("/chosen"))
                    .extracting(request -> request.form().get("Digits"))
                    .containsExactly("9", "1");
            assertThat(application.received("/agent-left"))
                    .extracting(request -> request.form().get("DialCallStatus"))
                    .containsExactly("completed");
            assertThat(application.received("/status"))
                    .extracting(request -> request.form().get("CallStatus"))
                    .containsExactly("initiated", "ringing", "in-progress", "completed");
            assertThat(application.received()).allMatch(request -> isSigned(application, account, request));
            assertThat(ended(twilio, call)).isEqualTo(Call.Status.COMPLETED);
        }
    }

    private static VoiceResponse.Builder menu(String text) {
        return new VoiceResponse.Builder()
                .gather(new Gather.Builder()
                        .numDigits(1)
                        .timeout(30) // real time passes, too, and on a busy machine much of it
                        .action("/chosen")
                        .say(say(text))
                        .build())
                .say(say("Are you still there?"))
                .redirect(new Redirect.Builder("/welcome").build());
    }

    private static Reply chosen(ReceivedRequest request) {
        var response = new VoiceResponse.Builder();
        switch (request.form().getOrDefault("Digits", "")) {
            case "1" ->
                response.dial(new Dial.Builder(AGENT).action("/agent-left").build());
            case "0" -> response.hangup(new Hangup.Builder().build());
            default -> response.say(say("That is not a choice.")).redirect(new Redirect.Builder("/welcome").build());
        }
        return twiml(response);
    }

    private static Say say(String text) {
        return new Say.Builder(text).build();
    }

    private static Reply twiml(VoiceResponse.Builder response) {
        return new Reply(200, "application/xml", response.build().toXml());
    }

    private static void press(StubAccount account, Call call, String digits) {
        account.post("/__treaty/calls/" + call.getSid() + "/digits", Map.of("digits", digits));
    }

    private static List<String> said(StubAccount account, Call call) {
        var said = new ArrayList<String>();
        account.get("/__treaty/calls/" + call.getSid()).path("said").forEach(text -> said.add(text.asText()));
        return said;
    }

    private static Call.Status ended(TwilioRestClient twilio, Call call) {
        return Call.fetcher(call.getSid()).fetch(twilio).getStatus();
    }

    private static boolean isSigned(WebhookReceiver application, StubAccount account, ReceivedRequest request) {
        return new RequestValidator(account.password())
                .validate(
                        application.url(request.target().toString()),
                        request.form(),
                        request.header("X-Twilio-Signature").orElse(""));
    }
}
