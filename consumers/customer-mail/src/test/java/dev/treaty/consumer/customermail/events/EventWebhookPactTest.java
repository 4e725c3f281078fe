package dev.treaty.consumer.customermail.events;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.customermail.CustomerMail;
import dev.treaty.consumer.customermail.EmailAddress;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** SendGrid's reports, of which the reader needs a part; each goes through the check of the signature. */
@Recording
class EventWebhookPactTest {

    private static final EmailAddress JANE = new EmailAddress("jane@example.org");
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+";
    private static final String REFERENCE = "invoice-42";
    private static final String EVENT = "ZXZlbnQtNDItaXMtYW4tZXhhbXBsZQ";
    private static final String MESSAGE = "bWVzc2FnZS00Mi1leGFtcGw.recvd-00000000000000-1";
    private static final String TIMESTAMP = String.valueOf(Examples.NOW.getEpochSecond());

    /** Of nothing: a signature differs each time, and a contract must not. The tests sign what they read, and so does the stub server. */
    private static final String SIGNATURE =
            "MEUCIQCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKgIgAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACo=";

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailIsDelivered(PactBuilder sendGrid) {
        return report(sendGrid, "delivered", "an event for a delivered mail", event -> {});
    }

    @Test
    @PactTestFor(pactMethod = "mailIsDelivered", providerType = ProviderType.ASYNCH)
    void a_mail_was_delivered(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).containsExactly(new MailEvent.Delivered(about()));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailIsDeferred(PactBuilder sendGrid) {
        return report(
                sendGrid,
                "deferred",
                "an event for a deferred mail",
                event -> event.stringType("response", "400 try again later"));
    }

    @Test
    @PactTestFor(pactMethod = "mailIsDeferred", providerType = ProviderType.ASYNCH)
    void a_mail_will_be_tried_again(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).containsExactly(new MailEvent.Deferred(about(), "400 try again later"));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailHasBounced(PactBuilder sendGrid) {
        return report(sendGrid, "bounce", "an event for a mail that bounced", event -> {
            event.stringValue("type", "bounce");
            event.stringType("reason", "550 5.1.1 The account does not exist");
        });
    }

    @Test
    @PactTestFor(pactMethod = "mailHasBounced", providerType = ProviderType.ASYNCH)
    void a_mail_has_bounced(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report))
                .containsExactly(new MailEvent.Bounced(about(), "550 5.1.1 The account does not exist", false));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact mailIsDropped(PactBuilder sendGrid) {
        return report(
                sendGrid,
                "dropped",
                "an event for a mail to an address that has bounced",
                event -> event.stringType("reason", "Bounced Address"));
    }

    @Test
    @PactTestFor(pactMethod = "mailIsDropped", providerType = ProviderType.ASYNCH)
    void a_mail_to_a_suppressed_address_is_dropped(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).containsExactly(new MailEvent.Dropped(about(), "Bounced Address"));
    }

    @Pact(consumer = "customer-mail", provider = "sendgrid")
    V4Pact recipientUnsubscribes(PactBuilder sendGrid) {
        return report(sendGrid, "unsubscribe", "an event for a recipient who unsubscribes", event -> {});
    }

    @Test
    @PactTestFor(pactMethod = "recipientUnsubscribes", providerType = ProviderType.ASYNCH)
    void a_recipient_wants_no_more_mail(V4Interaction.AsynchronousMessage report) {
        assertThat(read(report)).containsExactly(new MailEvent.Unsubscribed(about(), OptionalInt.empty()));
    }

    /** The body, as SendGrid would sign it: with the line break at its end. */
    private static List<MailEvent> read(V4Interaction.AsynchronousMessage report) {
        var signer = new WebhookSigner();
        var body = (report.getContents().getContents().valueAsString() + "\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var timestamp = String.valueOf(report.getContents().getMetadata().get(EventWebhook.TIMESTAMP));
        var events = new ArrayList<MailEvent>();
        var webhook = new EventWebhook(
                signer.key(), new InMemorySeenEvents(Duration.ofDays(1), Examples.CLOCK), Examples.CLOCK);

        assertThat(webhook.handle(body, signer.sign(timestamp, body), timestamp, events::add))
                .isEqualTo(new WebhookResult.Handled(1));
        return events;
    }

    private static MailEvent.About about() {
        return new MailEvent.About(EVENT, JANE, Examples.NOW, Optional.of(REFERENCE), Optional.of(MESSAGE));
    }

    private static V4Pact report(
            PactBuilder sendGrid, String name, String description, Consumer<LambdaDslObject> more) {
        var state = Map.of("reference", REFERENCE, "email", JANE.value(), "event", name);
        return sendGrid.given("a mail was sent", state)
                .expectsToReceiveMessageInteraction(
                        description,
                        message -> message.withContents(contents -> contents.withContent(LambdaDsl.newJsonArrayMinLike(
                                                1,
                                                events -> events.object(event -> {
                                                    event.stringValue("event", name);
                                                    event.stringMatcher("email", EMAIL, JANE.value());
                                                    event.integerType(
                                                            "timestamp",
                                                            Math.toIntExact(Examples.NOW.getEpochSecond()));
                                                    event.stringMatcher("sg_event_id", "[A-Za-z0-9_=-]{1,100}", EVENT);
                                                    event.stringMatcher("sg_message_id", "[A-Za-z0-9._-]+", MESSAGE);
                                                    event.stringMatcher(
                                                            CustomerMail.REFERENCE, "[A-Za-z0-9._-]+", REFERENCE);
                                                    more.accept(event);
                                                }))
                                        .build())
                                .withMetadata(metadata -> metadata.add("contentType", "application/json")
                                        .matchRegex(EventWebhook.SIGNATURE, WebhookSigner.REGEX, SIGNATURE)
                                        .matchRegex(EventWebhook.TIMESTAMP, "\\d{10}", TIMESTAMP))))
                .toPact();
    }
}
