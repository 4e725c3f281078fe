package dev.treaty.consumer.customermail;

import static dev.treaty.consumer.customermail.MailExamples.BATCH;
import static dev.treaty.consumer.customermail.MailExamples.MESSAGE_ID;
import static dev.treaty.consumer.customermail.MailExamples.SENDER;
import static dev.treaty.consumer.customermail.MailExamples.TEMPLATE;
import static dev.treaty.consumer.customermail.SendGridRequest.request;
import static dev.treaty.consumer.customermail.SendGridRequest.send;
import static dev.treaty.consumer.customermail.SendGridRequest.withBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mail that SendGrid accepts: at once, by a template, or for later. */
@Recording
class CustomerMailPactTest {

    private static final String BATCH_REGEX = "[A-Za-z0-9_-]+";
    private static final Map<String, Object> VERIFIED =
            Map.of("email", SENDER.address().value());

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailIsAccepted(PactDslWithProvider sendGrid) {
        return accepted(
                sendGrid.given("a sender is verified", VERIFIED).uponReceiving("a request to send a mail"),
                SendGridRequest.text(SENDER));
    }

    @Test
    @PactTestFor(pactMethod = "mailIsAccepted")
    void a_mail_is_accepted_and_has_an_id(MockServer sendGrid) {
        var result = MailExamples.mail(sendGrid.getUrl()).send(MailExamples.invoice());

        assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact templateIsFilled(PactDslWithProvider sendGrid) {
        return accepted(
                sendGrid.given("a sender is verified", VERIFIED)
                        .given("a dynamic template exists", Map.of("id", TEMPLATE))
                        .uponReceiving("a request to send a mail by a template"),
                SendGridRequest.template());
    }

    @Test
    @PactTestFor(pactMethod = "templateIsFilled")
    void a_template_is_filled_with_data(MockServer sendGrid) {
        var result = MailExamples.mail(sendGrid.getUrl()).send(MailExamples.welcome());

        assertThat(result).isInstanceOf(SendResult.Accepted.class);
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact batchIsCreated(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("an API key has a scope", Map.of("scope", "mail.batch.create"))
                                .uponReceiving("a request to create a batch"),
                        "POST",
                        "/v3/mail/batch")
                .willRespondWith()
                .status(201)
                .body(LambdaDsl.newJsonBody(batch -> batch.stringMatcher("batch_id", BATCH_REGEX, BATCH))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "batchIsCreated")
    void a_batch_is_created(MockServer sendGrid) {
        var batch = new MailBatches(MailExamples.connection(sendGrid.getUrl())).create();

        assertThat(batch).isEqualTo(BATCH);
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailIsScheduled(PactDslWithProvider sendGrid) {
        return accepted(
                sendGrid.given("a sender is verified", VERIFIED)
                        .given("a batch exists", Map.of("id", BATCH))
                        .uponReceiving("a request to send a mail later"),
                SendGridRequest.text(SENDER, mail -> {
                    mail.integerType("send_at", Math.toIntExact(sendAt().at().getEpochSecond()));
                    mail.stringMatcher("batch_id", BATCH_REGEX, BATCH);
                }));
    }

    @Test
    @PactTestFor(pactMethod = "mailIsScheduled")
    void a_mail_is_scheduled(MockServer sendGrid) {
        var mail = MailExamples.invoice().scheduled(sendAt());

        var result = MailExamples.mail(sendGrid.getUrl()).send(mail);

        assertThat(result).isInstanceOf(SendResult.Accepted.class);
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact batchIsCanceled(PactDslWithProvider sendGrid) {
        return withBody(
                        request(
                                sendGrid.given("a batch exists", Map.of("id", BATCH))
                                        .uponReceiving("a request to cancel a batch"),
                                "POST",
                                "/v3/user/scheduled_sends"),
                        status())
                .willRespondWith()
                .status(201)
                .body(status())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "batchIsCanceled")
    void a_batch_is_canceled(MockServer sendGrid) {
        var batches = new MailBatches(MailExamples.connection(sendGrid.getUrl()));

        assertThatCode(() -> batches.cancel(BATCH)).doesNotThrowAnyException();
    }

    private static DslPart status() {
        return LambdaDsl.newJsonBody(status -> {
                    status.stringMatcher("batch_id", BATCH_REGEX, BATCH);
                    status.stringValue("status", "cancel");
                })
                .build();
    }

    private static MailSchedule sendAt() {
        return new MailSchedule(Examples.NOW.plus(Duration.ofHours(2)), BATCH);
    }

    private static V4Pact accepted(PactDslRequestWithoutPath description, DslPart mail) {
        PactDslResponse response = send(description, mail).willRespondWith().status(202);
        return response.matchHeader("X-Message-Id", "[A-Za-z0-9._-]+", MESSAGE_ID)
                .toPact(V4Pact.class);
    }
}
