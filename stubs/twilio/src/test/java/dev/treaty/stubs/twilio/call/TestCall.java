package dev.treaty.stubs.twilio.call;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call that a test has made. */
record TestCall(TwilioAccount account, String sid) {

    static final String CALLEE = "+14155550123";

    /** A request to call somebody, who is told to do what a URL says. */
    static CallCreator to(String number, String url) {
        return Call.creator(new PhoneNumber(number), new PhoneNumber(OWN_NUMBER), URI.create(url));
    }

    /** A request to call somebody with TwiML. */
    static CallCreator with(String twiml) {
        return Call.creator(new PhoneNumber(CALLEE), new PhoneNumber(OWN_NUMBER), new Twiml(twiml));
    }

    static TestCall make(TwilioAccount account, CallCreator request) {
        return new TestCall(account, request.create(account.sdk()).getSid());
    }

    void advance(int seconds) {
        account.advance(Duration.ofSeconds(seconds));
    }

    void press(String digits) {
        account.control("POST", "/calls/" + sid + "/digits", Map.of("digits", digits));
    }

    void speak(String text) {
        account.control("POST", "/calls/" + sid + "/speech", Map.of("text", text));
    }

    void hangUp() {
        account.control("POST", "/calls/" + sid + "/hangup", Map.of());
    }

    Call fetch() {
        return Call.fetcher(sid).fetch(account.sdk());
    }

    Call.Status status() {
        return fetch().getStatus();
    }

    /** What the other party heard. */
    List<String> said() {
        var said = new ArrayList<String>();
        Json.parse(account.request("GET", "/__treaty/calls/" + sid, "").body().getBytes(UTF_8))
                .path("said")
                .forEach(text -> said.add(text.asText()));
        return said;
    }
}
