package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioBody.error;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.WORDS;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.dialer;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.request;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can happen to any request. The client sends it once; the SDK alone would send it again after 429 and 503. */
@Recording
class RefusalsPactTest {

    private static final TwilioAccount WRONG = new TwilioAccount(ACCOUNT.sid(), "wrong-auth-token");

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact tooManyRequests(PactDslWithProvider twilio) {
        return text(twilio.given("the rate limit is exceeded", Map.of("retryAfterSeconds", 2))
                        .uponReceiving("a request to send a message when the rate limit is exceeded"))
                .willRespondWith()
                .status(429)
                .matchHeader("Retry-After", "\\d+", "2")
                .body(error(429, 20429, "Too Many Requests"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void too_many_requests_say_when_to_try_again(MockServer twilio) {
        var attempt = dialer(twilio.getUrl()).text(VOTER, WORDS);

        assertThat(attempt).isEqualTo(new ContactResult.TryLater<>(Duration.ofSeconds(2)));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact twilioIsUnavailable(PactDslWithProvider twilio) {
        return text(twilio.given("the messaging service is unavailable", Map.of("status", 503))
                        .uponReceiving("a request to send a message while the messaging service is unavailable"))
                .willRespondWith()
                .status(503)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "twilioIsUnavailable")
    void after_a_server_error_it_is_unknown_whether_the_message_was_sent(MockServer twilio) {
        var attempt = dialer(twilio.getUrl()).text(VOTER, WORDS);

        assertThat(attempt).isEqualTo(new ContactResult.Unconfirmed<>("""
                Twilio responded with status 503; the request may have been carried out.
                  where: POST /2010-04-01/Accounts/AC00000000000000000000000000000042/Messages.json
                  fix:   see https://status.twilio.com, and check whether the request was carried out before repeating it"""));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact authTokenIsWrong(PactDslWithProvider twilio) {
        return request(
                        twilio.given("an account has a different auth token", Map.of("sid", ACCOUNT.sid()))
                                .uponReceiving("a request for a message with a wrong auth token"),
                        "GET",
                        "/Messages/" + MESSAGE + ".json",
                        WRONG)
                .willRespondWith()
                .status(401)
                .body(error(401, 20003, "Authenticate"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "authTokenIsWrong")
    void a_wrong_auth_token_is_not_shown_in_the_error(MockServer twilio) {
        var history = new SmsHistory(new TwilioConnection(TwilioEndpoint.at(URI.create(twilio.getUrl())), WRONG));

        assertThatThrownBy(() -> history.find(MESSAGE))
                .isInstanceOf(AuthenticationFailed.class)
                .hasMessage("""
                        Twilio does not accept the account's auth token (20003).
                          where: GET /2010-04-01/Accounts/AC00000000000000000000000000000042/Messages/SM00000000000000000000000000000042.json
                          fix:   use the current token from the Twilio console; https://www.twilio.com/docs/errors/20003""");
    }
}
