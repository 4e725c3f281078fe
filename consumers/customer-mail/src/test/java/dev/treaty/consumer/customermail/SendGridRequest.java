package dev.treaty.consumer.customermail;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import java.util.function.Consumer;

/** The requests to SendGrid: paths, credentials and mails. */
final class SendGridRequest {

    static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    private static final String ANY_TEXT = "[\\s\\S]+";

    private SendGridRequest() {}

    /** A request with any API key. */
    static PactDslRequestWithPath request(PactDslRequestWithoutPath request, String method, String path) {
        return request.method(method)
                .path(path)
                .matchHeader("Authorization", "Bearer SG\\..+", "Bearer " + MailExamples.KEY.value());
    }

    /** A request to send a mail. */
    static PactDslRequestWithPath send(PactDslRequestWithoutPath request, DslPart mail) {
        return withBody(request(request, "POST", "/v3/mail/send"), mail);
    }

    /** The same request with a JSON body. */
    static PactDslRequestWithPath withBody(PactDslRequestWithPath request, DslPart body) {
        return request.matchHeader("Content-Type", "application/json(;.*)?", "application/json")
                .body(body);
    }

    /** A text from a sender to anybody. */
    static DslPart text(Sender sender) {
        return text(sender, mail -> {});
    }

    /** The same; {@code more} adds to it. */
    static DslPart text(Sender sender, Consumer<LambdaDslObject> more) {
        return text(sender, MailExamples.text(), ANY_TEXT, more);
    }

    /** A text that is empty. */
    static DslPart emptyText(MailContent.Text text) {
        return text(MailExamples.SENDER, text, "", mail -> {});
    }

    private static DslPart text(Sender sender, MailContent.Text text, String plain, Consumer<LambdaDslObject> more) {
        return mail(sender, "invoice", to -> {}, mail -> {
            mail.stringMatcher("subject", ANY_TEXT, text.subject());
            mail.array("content", content -> {
                content.object(part -> {
                    part.stringValue("type", "text/plain");
                    if (plain.isEmpty()) {
                        part.stringValue("value", "");
                    } else {
                        part.stringMatcher("value", plain, text.text());
                    }
                });
                content.object(part -> {
                    part.stringValue("type", "text/html");
                    part.stringMatcher("value", ANY_TEXT, text.html());
                });
            });
            more.accept(mail);
        });
    }

    /** A mail by template. */
    static DslPart template() {
        return mail(
                MailExamples.SENDER,
                "welcome",
                to -> to.object("dynamic_template_data", data -> data.stringType("name", "Jane")),
                mail -> mail.stringMatcher("template_id", "d-[0-9a-f]{32}", MailExamples.TEMPLATE));
    }

    private static DslPart mail(
            Sender sender, String category, Consumer<LambdaDslObject> personal, Consumer<LambdaDslObject> more) {
        return newJsonBody(mail -> {
                    mail.object("from", from -> {
                        from.stringValue("email", sender.address().value());
                        from.stringType("name", sender.name());
                    });
                    mail.array(
                            "personalizations",
                            personalizations -> personalizations.object(to -> {
                                to.array(
                                        "to",
                                        all -> all.object(one -> {
                                            one.stringMatcher("email", EMAIL, MailExamples.JANE.value());
                                            one.stringType("name", "Jane Doe");
                                        }));
                                to.object(
                                        "custom_args",
                                        args -> args.stringMatcher(
                                                CustomerMail.REFERENCE, "[A-Za-z0-9._-]+", category + "-42"));
                                personal.accept(to);
                            }));
                    mail.array("categories", categories -> categories.stringValue(category));
                    more.accept(mail);
                })
                .build();
    }
}
