package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioBody.error;
import static dev.treaty.consumer.campaigndialer.TwilioBody.message;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.INVALID;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OPTED_OUT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OUR_NUMBER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.WORDS;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.dialer;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.text;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class TextingPactTest {

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageIsSent(PactDslWithProvider twilio) {
        return text(twilio.given("a phone number can send messages", Map.of("number", OUR_NUMBER.e164()))
                        .uponReceiving("a request to send a message"))
                .willRespondWith()
                .status(201)
                .body(message("queued", TwilioBody::text))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "messageIsSent")
    void a_message_is_queued(MockServer twilio) {
        var attempt = dialer(twilio.getUrl()).text(VOTER, WORDS);

        assertThat(attempt)
                .isEqualTo(new ContactResult.Accepted<>(
                        new Sms(TwilioExamples.MESSAGE, VOTER, SmsStatus.QUEUED, WORDS, null, null)));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact numberIsInvalid(PactDslWithProvider twilio) {
        return text(
                        twilio.given("a phone number is invalid", Map.of("number", INVALID.e164()))
                                .uponReceiving("a request to send a message to an invalid phone number"),
                        INVALID)
                .willRespondWith()
                .status(400)
                .body(error(400, 21211, "Invalid 'To' Phone Number: +1500555XXXX"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "numberIsInvalid")
    void a_number_that_does_not_exist_is_a_result_and_not_an_error(MockServer twilio) {
        var attempt = dialer(twilio.getUrl()).text(INVALID, WORDS);

        assertThat(attempt).isEqualTo(new ContactResult.InvalidNumber<>(INVALID));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact recipientHasOptedOut(PactDslWithProvider twilio) {
        return text(
                        twilio.given("a recipient has opted out", Map.of("number", OPTED_OUT.e164()))
                                .uponReceiving("a request to send a message to a recipient who has opted out"),
                        OPTED_OUT)
                .willRespondWith()
                .status(400)
                .body(error(400, 21610, "Attempt to send to unsubscribed recipient"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "recipientHasOptedOut")
    void a_recipient_who_has_opted_out_is_put_on_the_list(MockServer twilio) {
        var doNotContact = DoNotContactList.inMemory();

        var attempt = dialer(twilio.getUrl(), doNotContact).text(OPTED_OUT, WORDS);

        assertThat(attempt).isEqualTo(new ContactResult.DoNotContact<>(OPTED_OUT));
        assertThat(doNotContact.contains(OPTED_OUT)).isTrue();
    }
}
