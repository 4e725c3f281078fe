package dev.treaty.stubs.sendgrid.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import com.sendgrid.Method;
import dev.treaty.stubs.sendgrid.testing.SendGridAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

    private final SendGridAccount account = SendGridAccount.create();

    @Test
    void bounces_are_listed_in_pages_the_newest_first() {
        for (var number = 1; number <= 3; number++) {
            account.send("bounce+" + number + "@example.org", Map.of());
            account.advance(Duration.ofMinutes(1));
        }
        var now = account.control(Method.GET, "clock", Map.of()).path("seconds").asLong();

        assertThat(account.get("suppression/bounces?limit=2").findValuesAsText("email"))
                .containsExactly("bounce+3@example.org", "bounce+2@example.org");
        assertThat(account.get("suppression/bounces?limit=2&offset=2").findValuesAsText("email"))
                .containsExactly("bounce+1@example.org");
        assertThat(account.get("suppression/bounces?start_time=" + (now - 70))).hasSize(1);
        assertThat(account.get("suppression/bounces?end_time=" + (now - 70))).hasSize(2);
        assertThat(account.request(Method.GET, "suppression/bounces?limit=all", "")
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void an_address_is_found_whatever_its_case_and_can_be_removed() {
        account.send("bounce@example.org", Map.of());
        account.advance(Duration.ofMinutes(1));
        var bounce = account.get("suppression/bounces/Bounce@Example.org");
        assertThat(bounce.at("/0/status").asText()).isEqualTo("5.1.1");
        assertThat(bounce.at("/0/created").isIntegralNumber()).isTrue();
        assertThat(bounce.at("/0")).hasSize(4);

        assertThat(account.request(Method.DELETE, "suppression/bounces/bounce@example.org", "")
                        .getStatusCode())
                .isEqualTo(204);

        assertThat(account.get("suppression/bounces/bounce@example.org")).isEmpty();
        account.send("bounce@example.org", Map.of());
        account.advance(Duration.ZERO);
        assertThat(account.control(Method.GET, "mails", Map.of())
                        .at("/mails/0/status")
                        .asText())
                .isEqualTo("processed");
    }

    @Test
    void several_or_all_are_removed() {
        for (var name : List.of("bounce+1", "bounce+2", "bounce+3")) {
            account.send(name + "@example.org", Map.of());
        }
        account.advance(Duration.ofMinutes(1));

        account.request(Method.DELETE, "suppression/bounces", "{\"emails\": [\"bounce+1@example.org\"]}");
        assertThat(account.get("suppression/bounces")).hasSize(2);
        assertThat(account.request(Method.DELETE, "suppression/bounces", "{}").getStatusCode())
                .isEqualTo(400);
        account.request(Method.DELETE, "suppression/bounces", "{\"delete_all\": true}");

        assertThat(account.get("suppression/bounces")).isEmpty();
    }

    @Test
    void a_global_suppression_is_an_unsubscribed_address() {
        account.post("asm/suppressions/global", Map.of("recipient_emails", List.of("jane@example.org")));

        assertThat(account.get("asm/suppressions/global/jane@example.org"))
                .hasToString("{\"recipient_email\":\"jane@example.org\"}");
        assertThat(account.get("asm/suppressions/global/joe@example.org")).hasToString("{}");
        assertThat(account.get("suppression/unsubscribes").findValuesAsText("email"))
                .containsExactly("jane@example.org");
        assertThat(account.request(Method.POST, "asm/suppressions/global", "{\"recipient_emails\": [\"nobody\"]}")
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void groups_have_their_own_suppressions() {
        var group = account.post("asm/groups", Map.of("name", "News", "description", "Monthly"))
                .path("id")
                .asText();
        var path = "asm/groups/" + group;
        account.post(path + "/suppressions", Map.of("recipient_emails", List.of("a@example.org", "b@example.org")));

        assertThat(account.get(path).path("unsubscribes").asInt()).isEqualTo(2);
        assertThat(account.get(path + "/suppressions")).hasToString("[\"a@example.org\",\"b@example.org\"]");
        assertThat(account.post(
                        path + "/suppressions/search",
                        Map.of("recipient_emails", List.of("b@example.org", "c@example.org"))))
                .hasToString("[\"b@example.org\"]");
        assertThat(account.get("asm/suppressions/a@example.org")
                        .at("/suppressions/0/suppressed")
                        .asBoolean())
                .isTrue();
        assertThat(account.get("asm/suppressions")).hasSize(2);
        assertThat(account.request(Method.POST, "asm/groups", "{\"name\": \"News\", \"description\": \"Again\"}")
                        .getStatusCode())
                .isEqualTo(400);

        account.request(Method.DELETE, path + "/suppressions/a@example.org", "");
        account.request(Method.PATCH, path, "{\"name\": \"Newsletter\"}");

        var groups = account.get("asm/groups");
        assertThat(groups.findValuesAsText("name")).containsExactly("Newsletter");
        assertThat(groups.at("/0/unsubscribes").asInt()).isEqualTo(1);
        assertThat(account.request(Method.DELETE, path, "").getStatusCode()).isEqualTo(204);
        assertThat(account.get("asm/suppressions")).isEmpty();
    }
}
