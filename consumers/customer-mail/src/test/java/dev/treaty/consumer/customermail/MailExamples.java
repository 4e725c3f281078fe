package dev.treaty.consumer.customermail;

import dev.treaty.consumer.customermail.sent.InMemorySentMails;
import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The account, people and mails of the examples. Example.com and example.org are reserved (RFC 2606): nobody gets a mail by mistake. */
final class MailExamples {

    static final ApiKey KEY = new ApiKey("SG.test-key-42");
    static final ApiKey REVOKED = new ApiKey("SG.revoked-test-key");
    static final Sender SENDER = new Sender(new EmailAddress("billing@green-bins.example.com"), "Green Bins");
    static final Sender UNVERIFIED = new Sender(new EmailAddress("billing@unverified.example.com"), "Green Bins");

    static final EmailAddress JANE = new EmailAddress("jane@example.org");
    static final EmailAddress MOVED = new EmailAddress("moved@example.org");
    static final EmailAddress UNSUBSCRIBED = new EmailAddress("unsubscribed@example.org");

    static final String TEMPLATE = "d-00000000000000000000000000000042";
    static final String BATCH = "YmF0Y2gtMDAwMDAwMDAtNDItaXMtYW4tZXhhbXBsZQ";
    static final String MESSAGE_ID = "bWVzc2FnZS00Mi1leGFtcGw";
    static final String WEBHOOK = "00000000-0000-4000-8000-000000000042";
    static final String UNKNOWN_WEBHOOK = "00000000-0000-4000-8000-000000000404";

    private MailExamples() {}

    static SendGridConnection connection(String url) {
        return connection(url, KEY);
    }

    static SendGridConnection connection(String url, ApiKey key) {
        return new SendGridConnection(
                SendGridEndpoint.at(URI.create(url)),
                key,
                new RateLimitWait(Duration.ZERO, Examples.CLOCK, time -> {}));
    }

    static CustomerMail mail(String url) {
        return mail(connection(url), SENDER);
    }

    static CustomerMail mail(SendGridConnection sendGrid, Sender sender) {
        return new CustomerMail(sendGrid, sender, new InMemorySentMails());
    }

    /** An invoice for Jane. */
    static Mail invoice() {
        return new Mail("invoice-42", JANE, "Jane Doe", text(), "invoice", null);
    }

    static MailContent.Text text() {
        return new MailContent.Text("Your invoice for January", "You owe us 42 €.", "<p>You owe us <b>42 €</b>.</p>");
    }

    static Mail welcome() {
        var content = MailContent.Template.of(TEMPLATE, Map.of("name", "Jane"));
        return new Mail("welcome-7", JANE, "Jane Doe", content, "welcome", null);
    }
}
