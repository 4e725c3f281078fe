package dev.treaty.stubs.sendgrid.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sendgrid.Method;
import dev.treaty.stubs.sendgrid.testing.SendGridAccount;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private final SendGridAccount account = SendGridAccount.create();

    @Test
    void a_mail_by_template_is_filled_with_the_data_of_each_recipient() {
        var template = dynamicTemplate();
        account.post(
                "templates/" + template + "/versions",
                Map.of(
                        "name", "First",
                        "subject", "Welcome, {{name}}",
                        "html_content", "<p>Hello {{name}}</p>",
                        "plain_content", "Hello {{name}}"));

        var sent = account.request(
                Method.POST,
                "mail/send",
                Json.tree(Map.of(
                        "from", Map.of("email", "a@example.com"),
                        "template_id", template,
                        "personalizations",
                                List.of(
                                        personalization("jane@example.org", "Jane & Joe"),
                                        personalization("kim@example.org", "Kim")))));

        assertThat(sent.getStatusCode()).isEqualTo(202);
        var mail = mail("jane@example.org");
        assertThat(mail.path("subject").asText()).isEqualTo("Welcome, Jane & Joe");
        assertThat(mail.path("html").asText()).isEqualTo("<p>Hello Jane &amp; Joe</p>");
        assertThat(mail.path("text").asText()).isEqualTo("Hello Jane & Joe");
        assertThat(mail("kim@example.org").path("subject").asText()).isEqualTo("Welcome, Kim");
    }

    private static Map<String, ?> personalization(String email, String name) {
        return Map.of("to", List.of(Map.of("email", email)), "dynamic_template_data", Map.of("name", name));
    }

    @Test
    void a_template_without_a_version_has_no_subject() {
        var refused = account.request(
                Method.POST,
                "mail/send",
                Json.tree(Map.of(
                        "from", Map.of("email", "a@example.com"),
                        "template_id", dynamicTemplate(),
                        "personalizations", List.of(personalization("jane@example.org", "Jane")))));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getBody()).contains("\"field\":\"subject\"", "\"field\":\"content\"");
    }

    @Test
    void substitutions_fill_a_mail_without_a_dynamic_template() {
        account.sendTo(
                Map.of(
                        "to", List.of(Map.of("email", "jane@example.org")),
                        "substitutions", Map.of("-name-", "Jane")),
                Map.of("subject", "Hello -name-"));

        assertThat(mail("jane@example.org").path("subject").asText()).isEqualTo("Hello Jane");
    }

    @Test
    void one_version_is_active() {
        var path = "templates/" + dynamicTemplate() + "/versions";
        var first = account.post(path, Map.of("name", "First", "subject", "1"));
        var second = account.post(path, Map.of("name", "Second", "subject", "2"));
        assertThat(List.of(first.path("active").asInt(), second.path("active").asInt()))
                .containsExactly(1, 0);

        account.post(path + "/" + second.path("id").asText() + "/activate", Map.of());

        assertThat(account.get(path + "/" + first.path("id").asText())
                        .path("active")
                        .asInt())
                .isZero();
        var changed = account.request(
                Method.PATCH, path + "/" + first.path("id").asText(), "{\"active\": 1, \"subject\": \"3\"}");
        assertThat(changed.getBody()).contains("\"subject\":\"3\"", "\"active\":1");
        assertThat(account.request(Method.DELETE, path + "/" + second.path("id").asText(), "")
                        .getStatusCode())
                .isEqualTo(204);
    }

    @Test
    void templates_are_created_listed_copied_renamed_and_deleted() {
        var dynamic = dynamicTemplate();
        assertThat(dynamic).matches("d-[0-9a-f]{32}");
        account.post("templates/" + dynamic + "/versions", Map.of("name", "First", "subject", "1"));
        account.post("templates", Map.of("name", "Old"));

        assertThat(account.get("templates").at("/result/0/generation").asText()).isEqualTo("legacy");
        var page = account.get("templates?generations=legacy,dynamic&page_size=1");
        assertThat(page.path("result")).hasSize(1);
        assertThat(page.at("/_metadata/count").asInt()).isEqualTo(2);
        var copy = account.post("templates/" + dynamic, Map.of("name", "Copy"));
        assertThat(copy.path("name").asText()).isEqualTo("Copy");
        assertThat(copy.path("versions")).hasSize(1);
        assertThat(account.request(Method.PATCH, "templates/" + dynamic, "{\"name\": \"New\"}")
                        .getBody())
                .contains("\"name\":\"New\"");
        assertThat(account.request(Method.DELETE, "templates/" + dynamic, "").getStatusCode())
                .isEqualTo(204);
        assertThat(account.request(Method.GET, "templates/" + dynamic, "").getStatusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{a}} {{ b.c }} {{missing}}!            | <1> 2 !
            {{#if a}}yes{{else}}no{{/if}}           | yes
            {{#if missing}}yes{{else}}no{{/if}}     | no
            {{#if none}}yes{{/if}}.                 | .
            {{#unless none}}empty{{/unless}}        | empty
            {{#each list}}[{{this}}]{{/each}}       | [x][y]
            {{#each items}}{{n}}{{#if last}}!{{else}},{{/if}}{{/each}} | 1,2!
            {{#if a}}{{#if missing}}1{{else}}2{{/if}}{{else}}3{{/if}} 4 | 2 4
            {{#if a}} without end                   | {{#if a}} without end
            {{formatDate a 'YYYY'}}                 | {{formatDate a 'YYYY'}}
            """)
    void a_text_is_filled(String template, String filled) {
        var data = Json.parse(
                "{\"a\": \"<1>\", \"b\": {\"c\": 2}, \"none\": [], \"list\": [\"x\", \"y\"], \"items\": [{\"n\": 1}, {\"n\": 2, \"last\": true}]}"
                        .getBytes(UTF_8));

        assertThat(TemplateText.fill(template, data, false)).isEqualTo(filled);
    }

    @Test
    void html_is_escaped_unless_it_has_three_braces() {
        var data = Json.object().put("a", "<b>$1");

        assertThat(TemplateText.fill("{{a}} {{{a}}}", data, true)).isEqualTo("&lt;b&gt;$1 <b>$1");
    }

    private String dynamicTemplate() {
        return account.post("templates", Map.of("name", "Welcome", "generation", "dynamic"))
                .path("id")
                .asText();
    }

    private JsonNode mail(String to) {
        return account.control(Method.GET, "mails?to=" + to, Map.of()).at("/mails/0");
    }
}
