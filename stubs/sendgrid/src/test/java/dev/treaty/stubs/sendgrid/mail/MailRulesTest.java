package dev.treaty.stubs.sendgrid.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sendgrid.Method;
import com.sendgrid.Response;
import dev.treaty.stubs.sendgrid.testing.SendGridAccount;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SendGrid's document requires of a mail, each rule broken once. */
class MailRulesTest {

    private static final String VALID = """
            {"from": {"email": "a@example.com"}, "subject": "Hello", "content": [{"type": "text/plain", "value": "Hello"}],
             "personalizations": [{"to": [{"email": "b@example.com"}]}]}""";

    private final SendGridAccount account = SendGridAccount.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"personalizations": null}                                            | personalizations
            {"personalizations": []}                                              | personalizations
            {"personalizations": [{}]}                                            | personalizations.0.to
            {"personalizations": [{"to": "b@example.com"}]}                       | personalizations.0.to
            {"personalizations": [{"to": [{"email": "b@example.com"}], "cc": "c@example.com"}]} | personalizations.0.cc
            {"personalizations": [{"to": [{"email": "nobody"}]}]}                 | personalizations.0.to.0.email
            {"personalizations": [{"to": [{"name": "B"}]}]}                       | personalizations.0.to.0.email
            {"personalizations": [{"to": [{"email": "b@example.com", "name": 1}]}]} | personalizations.0.to.0.name
            {"personalizations": [{"to": [{"email": "b@example.com"}], "cc": [{"email": "B@example.com"}]}]} | personalizations.0
            {"personalizations": [{"to": [{"email": "b@example.com"}], "from": {"email": "x@other.example"}}]} | personalizations.0.from.email
            {"personalizations": [{"to": [{"email": "b@example.com"}], "subject": ""}]} | personalizations.0.subject
            {"personalizations": [{"to": [{"email": "b@example.com"}], "headers": {"Subject": "x"}}]} | personalizations.0.headers
            {"personalizations": [{"to": [{"email": "b@example.com"}], "substitutions": {"-a-": 1}}]} | personalizations.0.substitutions.-a-
            {"personalizations": [{"to": [{"email": "b@example.com"}], "custom_args": {"a": 1}}]} | personalizations.0.custom_args.a
            {"personalizations": [{"to": [{"email": "b@example.com"}], "dynamic_template_data": "x"}]} | personalizations.0.dynamic_template_data
            {"personalizations": [{"to": [{"email": "b@example.com"}], "send_at": "soon"}]} | personalizations.0.send_at
            {"from": null}                                                        | from.email
            {"from": {}}                                                          | from.email
            {"from": {"email": "a b@example.com"}}                                | from.email
            {"subject": null}                                                     | subject
            {"subject": ""}                                                       | subject
            {"content": null}                                                     | content
            {"content": [{"type": "text/plain", "value": ""}]}                    | content.0.value
            {"content": [{"value": "x"}]}                                         | content.0.type
            {"content": [{"type": "text/html", "value": "x"}, {"type": "text/plain", "value": "x"}]} | content
            {"content": [{"type": "text/plain", "value": "x"}, {"type": "text/plain", "value": "x"}]} | content
            {"attachments": [{"filename": "a.txt"}]}                              | attachments.0.content
            {"attachments": [{"content": "not base64!", "filename": "a.txt"}]}    | attachments.0.content
            {"attachments": [{"content": "YQ=="}]}                                | attachments.0.filename
            {"attachments": [{"content": "YQ==", "filename": "a", "disposition": "hidden"}]} | attachments.0.disposition
            {"template_id": "42"}                                                 | template_id
            {"template_id": "d-00000000000000000000000000000042"}                 | template_id
            {"categories": ["a", "a"]}                                            | categories
            {"categories": ["1","2","3","4","5","6","7","8","9","10","11"]}       | categories
            {"headers": {"X-SG-ID": "x"}}                                         | headers
            {"custom_args": {"a": 1}}                                             | custom_args.a
            {"send_at": 99999999999}                                              | send_at
            {"batch_id": "nobody's"}                                              | batch_id
            {"reply_to": {"email": "nobody"}}                                     | reply_to.email
            {"reply_to": {"email": "a@example.com"}, "reply_to_list": [{"email": "a@example.com"}]} | reply_to
            {"reply_to_list": [{"email": "a@example.com"}, {"email": "a@example.com"}]} | reply_to_list
            {"asm": {}}                                                           | asm.group_id
            {"ip_pool_name": "x"}                                                 | ip_pool_name
            {"mail_settings": {"footer": {"enable": "yes"}}}                      | mail_settings.footer.enable
            {"mail_settings": {"bypass_list_management": {"enable": true}, "bypass_spam_management": {"enable": true}}} | mail_settings.bypass_spam_management
            """)
    void a_mail_that_breaks_a_rule_is_refused_with_the_field(String change, String field) {
        var refused = send(change);

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(errors(refused).findValuesAsText("field")).containsExactly(field);
        assertThat(errors(refused).at("/0/message").asText()).isNotBlank();
        assertThat(errors(refused).at("/0").has("help")).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() {
        assertThat(errors(send("{\"from\": null, \"subject\": null, \"content\": null}"))
                        .findValuesAsText("field"))
                .containsExactly("from.email", "subject", "content");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"subject": null, "personalizations": [{"to": [{"email": "b@example.com"}], "subject": "Hello"}]}
            {"personalizations": [{"to": [{"email": "b@example.com"}], "from": {"email": "x@example.com"}}]}
            {"send_at": 1}
            {"content": [{"type": "text/plain", "value": "x"}, {"type": "text/html", "value": "x"}, {"type": "text/calendar", "value": "x"}]}
            {"attachments": [{"content": "YQ==", "filename": "a", "disposition": "inline", "content_id": "a", "type": "image/png"}]}
            """)
    void a_mail_that_keeps_the_rules_is_accepted(String change) {
        var accepted = send(change);

        assertThat(accepted.getBody()).isEmpty();
        assertThat(accepted.getStatusCode()).isEqualTo(202);
    }

    @Test
    void a_body_that_is_not_json_is_refused() {
        var refused = account.request(Method.POST, "mail/send", "{\"from\"");

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(errors(refused).at("/0/field").isNull()).isTrue();
    }

    @Test
    void a_sender_who_is_not_verified_is_forbidden() {
        var refused = send("{\"from\": {\"email\": \"a@unverified.example.com\"}}");

        assertThat(refused.getStatusCode()).isEqualTo(403);
        assertThat(errors(refused).at("/0/field").asText()).isEqualTo("from");
    }

    @Test
    void a_mail_may_be_limited_in_size() {
        account.control(
                Method.POST, "states", Map.of("state", "mails are limited in size", "params", Map.of("bytes", 100)));

        assertThat(send("{}").getStatusCode()).isEqualTo(413);
    }

    /** A valid mail with changes; null removes a field. */
    private Response send(String change) {
        var mail = (ObjectNode) Json.parse(VALID.getBytes(UTF_8));
        Json.parse(change.getBytes(UTF_8)).properties().forEach(field -> {
            if (field.getValue().isNull()) {
                mail.remove(field.getKey());
            } else {
                mail.set(field.getKey(), field.getValue());
            }
        });
        return account.request(Method.POST, "mail/send", mail);
    }

    private static JsonNode errors(Response response) {
        return Json.parse(response.getBody().getBytes(UTF_8)).path("errors");
    }
}
