package dev.treaty.consumer.customermail;

import static dev.treaty.consumer.customermail.MailExamples.SENDER;
import static dev.treaty.consumer.customermail.MailExamples.UNVERIFIED;
import static dev.treaty.consumer.customermail.MailExamples.connection;
import static dev.treaty.consumer.customermail.MailExamples.invoice;
import static dev.treaty.consumer.customermail.MailExamples.mail;
import static dev.treaty.consumer.customermail.SendGridRequest.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.customermail.sent.InMemorySentMails;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What SendGrid does not accept. The SDK returns all of it like a success; the client throws. */
@Recording
class RefusalsPactTest {

    private static final Map<String, Object> VERIFIED =
            Map.of("email", SENDER.address().value());
    private static final Duration WINDOW = Duration.ofSeconds(30);

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact textIsEmpty(PactDslWithProvider sendGrid) {
        return send(
                        sendGrid.given("a sender is verified", VERIFIED)
                                .uponReceiving("a request to send a mail with an empty text"),
                        SendGridRequest.emptyText(emptyText()))
                .willRespondWith()
                .status(400)
                .body(SendGridBody.error(
                        "content.0.value", "The content value must be a string at least one character in length."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "textIsEmpty")
    void an_empty_text_is_refused_with_the_field(MockServer sendGrid) {
        var mail = new Mail("invoice-42", MailExamples.JANE, "Jane Doe", emptyText(), "invoice", null);

        assertThatThrownBy(() -> mail(sendGrid.getUrl()).send(mail))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(RequestRefused.Problem::field, RequestRefused.Problem::message)
                                .containsExactly(tuple(
                                        "content.0.value",
                                        "The content value must be a string at least one character in length")))
                .hasMessage("""
                        SendGrid refused a request (400): content.0.value: The content value must be a string at least one character in length.
                          where: POST /v3/mail/send
                          fix:   correct what it says; if it says nothing, check which server responds there""");
    }

    private static MailContent.Text emptyText() {
        return new MailContent.Text(
                "Your invoice for January", "", MailExamples.text().html());
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact keyIsRevoked(PactDslWithProvider sendGrid) {
        var request = sendGrid.given("an API key has been revoked", Map.of("key", MailExamples.REVOKED.value()))
                .uponReceiving("a request to send a mail with a revoked API key")
                .method("POST")
                .path("/v3/mail/send")
                .headers("Authorization", "Bearer " + MailExamples.REVOKED.value());
        return SendGridRequest.withBody(request, SendGridRequest.text(SENDER))
                .willRespondWith()
                .status(401)
                .body(SendGridBody.error("The provided authorization grant is invalid, expired, or revoked"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "keyIsRevoked")
    void a_revoked_key_is_an_error_that_does_not_show_it(MockServer sendGrid) {
        var mail = mail(connection(sendGrid.getUrl(), MailExamples.REVOKED), SENDER);

        assertThatThrownBy(() -> mail.send(invoice()))
                .isInstanceOf(ApiKeyRefused.class)
                .hasMessage("""
                SendGrid does not accept the API key: The provided authorization grant is invalid, expired, or revoked.
                  where: POST /v3/mail/send
                  fix:   create a key at https://app.sendgrid.com/settings/api_keys, and configure it""");
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact senderIsNotVerified(PactDslWithProvider sendGrid) {
        return send(
                        sendGrid.given(
                                        "a sender is not verified",
                                        Map.of("email", UNVERIFIED.address().value()))
                                .uponReceiving("a request to send a mail from a sender who is not verified"),
                        SendGridRequest.text(UNVERIFIED))
                .willRespondWith()
                .status(403)
                .body(SendGridBody.error("The from address does not match a verified Sender Identity."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "senderIsNotVerified")
    void a_sender_must_be_verified(MockServer sendGrid) {
        var mail = mail(connection(sendGrid.getUrl()), UNVERIFIED);

        assertThatThrownBy(() -> mail.send(invoice()))
                .isInstanceOf(NotPermitted.class)
                .hasMessage("""
                SendGrid does not permit a request: The from address does not match a verified Sender Identity.
                  where: POST /v3/mail/send
                  fix:   verify the sender at https://app.sendgrid.com/settings/sender_auth, or give the API key this permission""");
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailIsTooLarge(PactDslWithProvider sendGrid) {
        return send(
                        sendGrid.given("a sender is verified", VERIFIED)
                                .given("mails are limited in size", Map.of("bytes", 100))
                                .uponReceiving("a request to send a mail that is too large"),
                        SendGridRequest.text(SENDER))
                .willRespondWith()
                .status(413)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "mailIsTooLarge")
    void a_mail_that_is_too_large_is_refused(MockServer sendGrid) {
        assertThatThrownBy(() -> mail(sendGrid.getUrl()).send(invoice()))
                .isInstanceOf(MailTooLarge.class)
                .hasMessage("""
                        A mail is larger than SendGrid accepts.
                          where: POST /v3/mail/send
                          fix:   link to a large document instead of attaching it""");
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact tooManyRequests(PactDslWithProvider sendGrid) {
        return send(
                        sendGrid.given("the rate limit is exceeded", Map.of("resetAfterSeconds", WINDOW.toSeconds()))
                                .uponReceiving("a request to send a mail when the rate limit is exceeded"),
                        SendGridRequest.text(SENDER))
                .willRespondWith()
                .status(429)
                .matchHeader("X-RateLimit-Limit", "\\d+", "600")
                .matchHeader("X-RateLimit-Remaining", "0", "0")
                .matchHeader(
                        "X-RateLimit-Reset",
                        "\\d{10}",
                        String.valueOf(Examples.NOW.plus(WINDOW).getEpochSecond()))
                .body(SendGridBody.error("too many requests"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void too_many_requests_say_when_to_try_again(MockServer sendGrid) {
        var sent = new InMemorySentMails();
        var mail = new CustomerMail(connection(sendGrid.getUrl()), SENDER, sent);

        assertThatThrownBy(() -> mail.send(invoice()))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.notBefore()).isEqualTo(Examples.NOW.plus(WINDOW)))
                .hasMessage("""
                        SendGrid has received too many requests; this one was not carried out.
                          where: POST /v3/mail/send
                          fix:   try again at 2026-01-15T09:30:30Z""");
        assertThat(sent.claim("invoice-42")).as("what is known of the mail").isEmpty();
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact sendGridIsUnavailable(PactDslWithProvider sendGrid) {
        return send(
                        sendGrid.given("the service is unavailable", Map.of("status", 503))
                                .uponReceiving("a request to send a mail while the service is unavailable"),
                        SendGridRequest.text(SENDER))
                .willRespondWith()
                .status(503)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sendGridIsUnavailable")
    void after_a_server_error_the_mail_is_not_sent_again(MockServer sendGrid) {
        var mail = mail(sendGrid.getUrl());

        assertThatThrownBy(() -> mail.send(invoice()))
                .isInstanceOfSatisfying(
                        SendGridUnavailable.class,
                        unavailable -> assertThat(unavailable.maybeTaken()).isTrue())
                .hasMessage("""
                        SendGrid responded with status 503; the request may have been carried out.
                          where: POST /v3/mail/send
                          fix:   see https://status.sendgrid.com; an event with the mail's reference shows that it went out""");
        assertThat(mail.send(invoice())).isEqualTo(new SendResult.Unsettled());
    }
}
