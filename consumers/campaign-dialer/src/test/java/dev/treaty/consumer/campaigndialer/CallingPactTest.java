package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioBody.error;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.CALL;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.INVALID;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OUR_NUMBER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.UNKNOWN_CALL;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.WORDS;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.dialer;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.call;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.request;
import static dev.treaty.consumer.recording.FormBody.form;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.campaigndialer.Call.AnsweredBy;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class CallingPactTest {

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact callIsPlaced(PactDslWithProvider twilio) {
        return call(twilio.given("a phone number can place calls", Map.of("number", OUR_NUMBER.e164()))
                        .uponReceiving("a request to place a call"))
                .willRespondWith()
                .status(201)
                .body(TwilioBody.call("queued", more -> {}))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "callIsPlaced")
    void a_call_is_queued(MockServer twilio) {
        var attempt = dialer(twilio.getUrl()).call(VOTER, WORDS);

        assertThat(attempt)
                .isEqualTo(new ContactResult.Accepted<>(
                        new Call(CALL, VOTER, CallStatus.QUEUED, AnsweredBy.UNKNOWN, ZERO)));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact calledNumberIsInvalid(PactDslWithProvider twilio) {
        return call(
                        twilio.given("a phone number is invalid", Map.of("number", INVALID.e164()))
                                .uponReceiving("a request to call an invalid phone number"),
                        INVALID)
                .willRespondWith()
                .status(400)
                .body(error(400, 21217, "Phone number does not appear to be valid"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "calledNumberIsInvalid")
    void a_number_that_cannot_be_called_is_a_result_and_not_an_error(MockServer twilio) {
        var attempt = dialer(twilio.getUrl()).call(INVALID, WORDS);

        assertThat(attempt).isEqualTo(new ContactResult.InvalidNumber<>(INVALID));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact callIsInProgress(PactDslWithProvider twilio) {
        return request(
                        twilio.given(
                                        "a call exists",
                                        Map.of("sid", CALL, "status", "in-progress", "answeredBy", "human"))
                                .uponReceiving("a request for a call in progress"),
                        "GET",
                        "/Calls/" + CALL + ".json")
                .willRespondWith()
                .status(200)
                .body(TwilioBody.call("in-progress", more -> more.stringValue("answered_by", "human")))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "callIsInProgress")
    void a_call_in_progress_says_who_answered(MockServer twilio) {
        var call = dialer(twilio.getUrl()).find(CALL);

        assertThat(call).contains(new Call(CALL, VOTER, CallStatus.IN_PROGRESS, AnsweredBy.HUMAN, ZERO));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact callIsUnknown(PactDslWithProvider twilio) {
        var resource = "/Calls/" + UNKNOWN_CALL + ".json";
        return request(
                        twilio.given("no call exists", Map.of("sid", UNKNOWN_CALL))
                                .uponReceiving("a request for a call that does not exist"),
                        "GET",
                        resource)
                .willRespondWith()
                .status(404)
                .body(error(404, 20404, "The requested resource was not found"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "callIsUnknown")
    void a_call_that_does_not_exist_is_not_found(MockServer twilio) {
        var call = dialer(twilio.getUrl()).find(UNKNOWN_CALL);

        assertThat(call).isEmpty();
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact callIsHungUp(PactDslWithProvider twilio) {
        return request(
                        twilio.given(
                                        "a call exists",
                                        Map.of("sid", CALL, "status", "in-progress", "answeredBy", "human"))
                                .uponReceiving("a request to hang up a call in progress"),
                        "POST",
                        "/Calls/" + CALL + ".json")
                .body(form().value("Status", "completed"))
                .willRespondWith()
                .status(200)
                .body(TwilioBody.call("completed", more -> {
                    more.stringValue("answered_by", "human");
                    more.stringMatcher("duration", "\\d+", "17");
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "callIsHungUp")
    void a_call_that_is_hung_up_is_over(MockServer twilio) {
        var call = dialer(twilio.getUrl()).hangUp(CALL);

        assertThat(call)
                .contains(new Call(CALL, VOTER, CallStatus.COMPLETED, AnsweredBy.HUMAN, Duration.ofSeconds(17)));
    }
}
