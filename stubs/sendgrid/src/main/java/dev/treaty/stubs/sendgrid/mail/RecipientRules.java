package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import java.util.HashSet;
import java.util.List;

/** The rules for the personalizations of a mail: who gets it, and what differs for them. */
final class RecipientRules {

    private static final String PERSONALIZATIONS = "personalizations";
    private static final int MOST = 1_000;
    private static final int LARGEST_DATA = 10_000;

    private final Problems problems;
    private final JsonNode mail;

    RecipientRules(Problems problems, JsonNode mail) {
        this.problems = problems;
        this.mail = mail;
    }

    void check(long nowSeconds) {
        var personalizations = mail.path(PERSONALIZATIONS);
        if (!personalizations.isArray() || personalizations.isEmpty()) {
            problems.add(
                    PERSONALIZATIONS,
                    "The personalizations field is required and must have at least one personalization.");
        }
        problems.items(personalizations, PERSONALIZATIONS, MOST);
        for (var i = 0; i < personalizations.size(); i++) {
            check(personalizations.get(i), PERSONALIZATIONS + "." + i, nowSeconds);
        }
    }

    private void check(JsonNode one, String field, long nowSeconds) {
        if (one.path("to").isEmpty()) {
            problems.add(
                    field + ".to",
                    "The to array is required for all personalization objects, and must have at least one email object with a"
                            + " valid email address.");
        }
        recipients(one, field);
        if (one.has("from")) {
            from(one.path("from"), field + ".from");
        }
        problems.text(one.path("subject"), field + ".subject");
        HeaderRules.check(problems, one.path("headers"), field + ".headers");
        problems.texts(one.path("substitutions"), field + ".substitutions");
        data(one, field);
        problems.texts(one.path("custom_args"), field + ".custom_args");
        size(one.path("substitutions"), field + ".substitutions", 0);
        size(one.path("custom_args"), field + ".custom_args", Problems.bytes(mail.path("custom_args")));
        problems.sendAt(one.path("send_at"), field + ".send_at", nowSeconds);
    }

    private void recipients(JsonNode one, String field) {
        var seen = new HashSet<String>();
        for (var name : List.of("to", "cc", "bcc")) {
            var list = one.path(name);
            if (!list.isEmpty() || !name.equals("to")) { // an empty one was reported
                problems.items(list, field + "." + name, MOST);
            }
            for (var i = 0; i < list.size(); i++) {
                problems.email(list.get(i), field + "." + name + "." + i);
                var email = list.get(i).path("email").asText();
                if (!email.isEmpty() && !seen.add(EmailAddresses.key(email))) {
                    problems.add(
                            field,
                            "Each email address in the personalization block should be unique between to, cc, and bcc. We found"
                                    + " the first duplicate instance of [%s] in the %s.%s field."
                                            .formatted(email, field, name));
                }
            }
        }
    }

    /** A sender of one's own must have the domain of the mail's. */
    private void from(JsonNode from, String field) {
        problems.email(from, field);
        var domain = EmailAddresses.domain(mail.path("from").path("email").asText());
        if (!EmailAddresses.domain(from.path("email").asText()).equals(domain)) {
            problems.add(field + ".email", "The from domain must match the domain of the message's from.");
        }
    }

    private void data(JsonNode one, String field) {
        var isDynamic = mail.path("template_id").asText("").startsWith("d-");
        if (one.has("substitutions") && isDynamic) {
            problems.add(
                    field + ".substitutions",
                    "Substitutions may not be used with dynamic templates. Use dynamic_template_data.");
        }
        if (one.has("dynamic_template_data")
                && !one.path("dynamic_template_data").isObject()) {
            problems.add(field + ".dynamic_template_data", "The dynamic_template_data parameter must be an object.");
        }
    }

    private void size(JsonNode object, String field, int others) {
        if (Problems.bytes(object) + others > LARGEST_DATA) {
            problems.add(field, "May not exceed %d bytes.".formatted(LARGEST_DATA));
        }
    }
}
