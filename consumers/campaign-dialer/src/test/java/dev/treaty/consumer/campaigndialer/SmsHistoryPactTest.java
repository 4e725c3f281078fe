package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioBody.error;
import static dev.treaty.consumer.campaigndialer.TwilioBody.sentNow;
import static dev.treaty.consumer.campaigndialer.TwilioBody.text;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.UNKNOWN_MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.WORDS;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.connection;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.request;
import static dev.treaty.consumer.recording.FormBody.form;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class SmsHistoryPactTest {

    private static final String RESOURCE = "/Messages/" + MESSAGE + ".json";

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageWasUndelivered(PactDslWithProvider twilio) {
        return request(
                        twilio.given(
                                        "a message exists",
                                        Map.of("sid", MESSAGE, "status", "undelivered", "errorCode", 30006))
                                .uponReceiving("a request for a message that was not delivered"),
                        "GET",
                        RESOURCE)
                .willRespondWith()
                .status(200)
                .body(TwilioBody.message("undelivered", message -> {
                    text(message);
                    sentNow(message);
                    message.integerType("error_code", 30006);
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "messageWasUndelivered")
    void an_undelivered_message_has_an_error_code(MockServer twilio) {
        var sms = new SmsHistory(connection(twilio.getUrl())).find(MESSAGE);

        assertThat(sms).contains(new Sms(MESSAGE, VOTER, SmsStatus.UNDELIVERED, WORDS, Examples.NOW, 30006));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageIsUnknown(PactDslWithProvider twilio) {
        return request(
                        twilio.given("no message exists", Map.of("sid", UNKNOWN_MESSAGE))
                                .uponReceiving("a request for a message that does not exist"),
                        "GET",
                        "/Messages/" + UNKNOWN_MESSAGE + ".json")
                .willRespondWith()
                .status(404)
                .body(error(404, 20404, "The requested resource was not found"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "messageIsUnknown")
    void a_message_that_does_not_exist_is_not_found(MockServer twilio) {
        var sms = new SmsHistory(connection(twilio.getUrl())).find(UNKNOWN_MESSAGE);

        assertThat(sms).isEmpty();
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageIsRedacted(PactDslWithProvider twilio) {
        return request(
                        twilio.given("a message exists", Map.of("sid", MESSAGE, "status", "delivered"))
                                .uponReceiving("a request to redact the text of a message"),
                        "POST",
                        RESOURCE)
                .body(form().value("Body", ""))
                .willRespondWith()
                .status(200)
                .body(TwilioBody.message("delivered", message -> {
                    message.stringValue("body", "");
                    sentNow(message);
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "messageIsRedacted")
    void a_redacted_message_has_no_text_left(MockServer twilio) {
        var sms = new SmsHistory(connection(twilio.getUrl())).redact(MESSAGE);

        assertThat(sms).contains(new Sms(MESSAGE, VOTER, SmsStatus.DELIVERED, "", Examples.NOW, null));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageIsDeleted(PactDslWithProvider twilio) {
        return request(
                        twilio.given("a message exists", Map.of("sid", MESSAGE, "status", "delivered"))
                                .uponReceiving("a request to delete a message"),
                        "DELETE",
                        RESOURCE)
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "messageIsDeleted")
    void a_message_is_deleted(MockServer twilio) {
        var deleted = new SmsHistory(connection(twilio.getUrl())).delete(MESSAGE);

        assertThat(deleted).isTrue();
    }
}
