package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.CALL;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OPTED_OUT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.campaigndialer.StatusCallback.CallChanged;
import dev.treaty.consumer.campaigndialer.StatusCallback.SmsChanged;
import dev.treaty.consumer.recording.Recording;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twilio's reports, of which the dialler reads a part; each goes through the SDK's signature check. */
@Recording
class StatusCallbacksPactTest {

    private final DoNotContactList doNotContact = DoNotContactList.inMemory();

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageWasDelivered(PactBuilder twilio) {
        return report(
                twilio.given("a message exists", Map.of("sid", MESSAGE, "status", "delivered")),
                "a delivery report for a delivered message",
                message("delivered"));
    }

    @Test
    @PactTestFor(pactMethod = "messageWasDelivered", providerType = ProviderType.ASYNCH)
    void a_message_was_delivered(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).isEqualTo(new SmsChanged(MESSAGE, VOTER, SmsStatus.DELIVERED, null));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageWasNotDelivered(PactBuilder twilio) {
        return report(
                twilio.given("a message exists", Map.of("sid", MESSAGE, "status", "undelivered", "errorCode", 30006)),
                "a delivery report for an undelivered message",
                message("undelivered").matching("ErrorCode", "\\d{5}", "30006"));
    }

    @Test
    @PactTestFor(pactMethod = "messageWasNotDelivered", providerType = ProviderType.ASYNCH)
    void a_delivery_report_contains_the_error_code(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).isEqualTo(new SmsChanged(MESSAGE, VOTER, SmsStatus.UNDELIVERED, 30006));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact messageFailedForOptOut(PactBuilder twilio) {
        return report(
                twilio.given("a recipient has opted out", Map.of("number", OPTED_OUT.e164())),
                "a delivery report for a message whose recipient has opted out",
                new CallbackExample()
                        .matching("MessageSid", "(SM|MM)[0-9a-f]{32}", MESSAGE)
                        .value("To", OPTED_OUT.e164())
                        .value("MessageStatus", "failed")
                        .value("ErrorCode", "21610"));
    }

    @Test
    @PactTestFor(pactMethod = "messageFailedForOptOut", providerType = ProviderType.ASYNCH)
    void a_recipient_who_turns_out_to_have_opted_out_is_put_on_the_list(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).isEqualTo(new SmsChanged(MESSAGE, OPTED_OUT, SmsStatus.FAILED, 21610));
        assertThat(doNotContact.contains(OPTED_OUT)).isTrue();
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact callIsCompleted(PactBuilder twilio) {
        return report(
                twilio.given("a call exists", Map.of("sid", CALL, "status", "completed")),
                "a status callback for a completed call",
                call("completed").matching("CallDuration", "\\d+", "17"));
    }

    @Test
    @PactTestFor(pactMethod = "callIsCompleted", providerType = ProviderType.ASYNCH)
    void a_completed_call_has_a_duration(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).isEqualTo(new CallChanged(CALL, VOTER, CallStatus.COMPLETED, Duration.ofSeconds(17)));
    }

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact callWasNotAnswered(PactBuilder twilio) {
        return report(
                twilio.given("a call exists", Map.of("sid", CALL, "status", "no-answer")),
                "a status callback for an unanswered call",
                call("no-answer").matching("CallDuration", "\\d+", "0"));
    }

    @Test
    @PactTestFor(pactMethod = "callWasNotAnswered", providerType = ProviderType.ASYNCH)
    void a_call_was_not_answered(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).isEqualTo(new CallChanged(CALL, VOTER, CallStatus.NO_ANSWER, Duration.ZERO));
    }

    private StatusCallback read(V4Interaction.AsynchronousMessage report) {
        var contents = report.getContents();
        return new StatusCallbacks(ACCOUNT, doNotContact)
                .read(
                        URI.create(String.valueOf(contents.getMetadata().get(CallbackExample.URL))),
                        contents.getContents().valueAsString(),
                        String.valueOf(contents.getMetadata().get(CallbackExample.SIGNATURE)));
    }

    private static V4Pact report(PactBuilder twilio, String description, CallbackExample report) {
        return twilio.expectsToReceiveMessageInteraction(description, message -> message.withContents(report::describe))
                .toPact();
    }

    private static CallbackExample message(String status) {
        return new CallbackExample()
                .matching("MessageSid", "(SM|MM)[0-9a-f]{32}", MESSAGE)
                .matching("To", TwilioBody.E164, VOTER.e164())
                .value("MessageStatus", status);
    }

    private static CallbackExample call(String status) {
        return new CallbackExample()
                .matching("CallSid", "CA[0-9a-f]{32}", CALL)
                .matching("To", TwilioBody.E164, VOTER.e164())
                .value("CallStatus", status);
    }
}
