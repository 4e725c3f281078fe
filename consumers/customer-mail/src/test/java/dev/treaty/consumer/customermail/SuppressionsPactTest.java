package dev.treaty.consumer.customermail;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.customermail.MailExamples.JANE;
import static dev.treaty.consumer.customermail.MailExamples.MOVED;
import static dev.treaty.consumer.customermail.MailExamples.UNSUBSCRIBED;
import static dev.treaty.consumer.customermail.SendGridRequest.EMAIL;
import static dev.treaty.consumer.customermail.SendGridRequest.request;
import static dev.treaty.consumer.customermail.SendGridRequest.withBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** To whom SendGrid delivers nothing, and how that is changed. */
@Recording
class SuppressionsPactTest {

    private static final String BOUNCES = "/v3/suppression/bounces";
    private static final String GLOBAL = "/v3/asm/suppressions/global";
    private static final Instant YESTERDAY = Examples.NOW.minus(1, ChronoUnit.DAYS);
    private static final String REASON = "550 5.1.1 The email account that you tried to reach does not exist.";
    private static final int PAGE = 2;
    private static final Map<String, Object> THREE_BOUNCES = Map.of(
            "emails",
            List.of(MOVED.value(), "gone@example.org", "typo@example.org"),
            "since",
            YESTERDAY.getEpochSecond());

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact twoPages(PactDslWithProvider sendGrid) {
        var next = page(
                        sendGrid.given("addresses have bounced", THREE_BOUNCES)
                                .uponReceiving("a request for the first page of bounces since a time"),
                        0)
                .willRespondWith()
                .status(200)
                .body(LambdaDsl.newJsonArrayMinMaxLike(
                                PAGE, PAGE, bounces -> bounces.object(bounce -> bounce(bounce, MOVED)))
                        .build())
                .given("addresses have bounced", THREE_BOUNCES)
                .uponReceiving("a request for the last page of bounces since a time");
        return page(next, PAGE)
                .willRespondWith()
                .status(200)
                .body(LambdaDsl.newJsonArrayMinMaxLike(1, 1, bounces -> bounces.object(bounce -> bounce(bounce, MOVED)))
                        .build())
                .toPact(V4Pact.class);
    }

    private static PactDslRequestWithPath page(PactDslRequestWithoutPath description, int offset) {
        return request(description, "GET", BOUNCES)
                .matchQuery("start_time", "\\d+", String.valueOf(YESTERDAY.getEpochSecond()))
                .matchQuery("limit", "\\d+", String.valueOf(PAGE))
                .matchQuery("offset", String.valueOf(offset), String.valueOf(offset));
    }

    @Test
    @PactTestFor(pactMethod = "twoPages")
    void bounces_are_read_until_a_page_is_not_full(MockServer sendGrid) {
        var suppressions = new Suppressions(MailExamples.connection(sendGrid.getUrl()), PAGE);

        var bounces = suppressions.bouncesSince(YESTERDAY);

        assertThat(bounces).hasSize(3).contains(new Bounce(MOVED, Examples.NOW, REASON, "5.1.1"));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact addressHasBounced(PactDslWithProvider sendGrid) {
        return bounce(
                sendGrid.given("an address has bounced", Map.of("email", MOVED.value()))
                        .uponReceiving("a request for the bounce of an address"),
                MOVED,
                LambdaDsl.newJsonArrayMinMaxLike(1, 1, bounces -> bounces.object(bounce -> bounce(bounce, MOVED)))
                        .build());
    }

    @Test
    @PactTestFor(pactMethod = "addressHasBounced")
    void a_bounce_has_a_reason(MockServer sendGrid) {
        assertThat(suppressions(sendGrid).bounce(MOVED)).contains(new Bounce(MOVED, Examples.NOW, REASON, "5.1.1"));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact addressHasNotBounced(PactDslWithProvider sendGrid) {
        return bounce(
                sendGrid.given("an address has not bounced", Map.of("email", JANE.value()))
                        .uponReceiving("a request for the bounce of an address that has not bounced"),
                JANE,
                LambdaDsl.newJsonArray(none -> {}).build());
    }

    @Test
    @PactTestFor(pactMethod = "addressHasNotBounced")
    void an_address_that_has_not_bounced_has_an_empty_list(MockServer sendGrid) {
        assertThat(suppressions(sendGrid).bounce(JANE)).isEmpty();
    }

    private static V4Pact bounce(PactDslRequestWithoutPath description, EmailAddress address, DslPart bounces) {
        return request(description, "GET", BOUNCES + "/" + address)
                .willRespondWith()
                .status(200)
                .body(bounces)
                .toPact(V4Pact.class);
    }

    private static void bounce(LambdaDslObject bounce, EmailAddress address) {
        bounce.stringMatcher("email", EMAIL, address.value());
        bounce.integerType("created", Math.toIntExact(Examples.NOW.getEpochSecond()));
        bounce.stringType("reason", REASON);
        bounce.stringMatcher("status", "[245]\\.\\d{1,3}\\.\\d{1,3}", "5.1.1");
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact bounceIsForgotten(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("an address has bounced", Map.of("email", MOVED.value()))
                                .uponReceiving("a request to remove the bounce of an address"),
                        "DELETE",
                        BOUNCES + "/" + MOVED)
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "bounceIsForgotten")
    void a_bounce_is_forgotten(MockServer sendGrid) {
        assertThatCode(() -> suppressions(sendGrid).forgetBounce(MOVED)).doesNotThrowAnyException();
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact addressIsUnsubscribed(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("an address is unsubscribed", Map.of("email", UNSUBSCRIBED.value()))
                                .uponReceiving("a request for the global suppression of an address"),
                        "GET",
                        GLOBAL + "/" + UNSUBSCRIBED)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(suppression -> suppression.stringValue("recipient_email", UNSUBSCRIBED.value()))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "addressIsUnsubscribed")
    void somebody_wants_no_mail(MockServer sendGrid) {
        assertThat(suppressions(sendGrid).isUnsubscribed(UNSUBSCRIBED)).isTrue();
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact addressIsNotUnsubscribed(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("an address is not unsubscribed", Map.of("email", JANE.value()))
                                .uponReceiving("a request for the global suppression of an address that has none"),
                        "GET",
                        GLOBAL + "/" + JANE)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(none -> {}).build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "addressIsNotUnsubscribed")
    void an_empty_object_means_that_somebody_wants_mail(MockServer sendGrid) {
        assertThat(suppressions(sendGrid).isUnsubscribed(JANE)).isFalse();
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact addressIsSuppressed(PactDslWithProvider sendGrid) {
        return withBody(
                        request(
                                sendGrid.given("an address is not unsubscribed", Map.of("email", JANE.value()))
                                        .uponReceiving("a request to suppress an address globally"),
                                "POST",
                                GLOBAL),
                        recipients())
                .willRespondWith()
                .status(201)
                .body(recipients())
                .toPact(V4Pact.class);
    }

    private static DslPart recipients() {
        return newJsonBody(body -> body.array("recipient_emails", emails -> emails.stringMatcher(EMAIL, JANE.value())))
                .build();
    }

    @Test
    @PactTestFor(pactMethod = "addressIsSuppressed")
    void somebody_unsubscribes(MockServer sendGrid) {
        assertThatCode(() -> suppressions(sendGrid).unsubscribe(JANE)).doesNotThrowAnyException();
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact suppressionIsRemoved(PactDslWithProvider sendGrid) {
        return request(
                        sendGrid.given("an address is unsubscribed", Map.of("email", UNSUBSCRIBED.value()))
                                .uponReceiving("a request to remove the global suppression of an address"),
                        "DELETE",
                        GLOBAL + "/" + UNSUBSCRIBED)
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "suppressionIsRemoved")
    void somebody_subscribes_again(MockServer sendGrid) {
        assertThatCode(() -> suppressions(sendGrid).resubscribe(UNSUBSCRIBED)).doesNotThrowAnyException();
    }

    private static Suppressions suppressions(MockServer sendGrid) {
        return new Suppressions(MailExamples.connection(sendGrid.getUrl()));
    }
}
