package dev.treaty.stubs.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sendgrid.Method;
import com.sendgrid.Response;
import dev.treaty.stubs.sendgrid.testing.SendGridAccount;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all of SendGrid's resources share. */
class SendGridReplayTest {

    private final SendGridAccount account = SendGridAccount.create();

    @ParameterizedTest
    @ValueSource(strings = {"SG.revoked-key", "SG.wrong", "sk_test_42"})
    void a_key_that_nobody_has_is_refused(String key) {
        var refused = new SendGridAccount(key).request(Method.GET, "scopes", "");

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getBody())
                .startsWith(
                        "{\"errors\":[{\"message\":\"The provided authorization grant is invalid, expired, or revoked");
    }

    @Test
    void every_response_tells_of_the_rate_limit() {
        var now = account.control(Method.GET, "clock", Map.of()).path("seconds").asLong();
        var response = account.request(Method.GET, "scopes", "");

        assertThat(response.getHeaders())
                .containsEntry("X-RateLimit-Limit", "600")
                .containsEntry("X-RateLimit-Remaining", "599");
        assertThat(reset(response)).isBetween(now + 59, now + 70);
    }

    @Test
    void a_limit_that_a_test_sets_is_kept() {
        account.control(Method.POST, "limit", Map.of("requests", 1, "per", "PT10S"));
        assertThat(account.send("jane@example.org", Map.of()).getHeaders())
                .containsEntry("X-RateLimit-Limit", "1")
                .containsEntry("X-RateLimit-Remaining", "0");

        var refused = account.send("jane@example.org", Map.of());

        assertThat(refused.getStatusCode()).isEqualTo(429);
        assertThat(refused.getBody())
                .isEqualTo("{\"errors\":[{\"message\":\"too many requests\",\"field\":null,\"help\":null}]}");
        assertThat(refused.getHeaders()).doesNotContainKey("Retry-After").containsEntry("X-RateLimit-Remaining", "0");
        account.control(
                Method.POST,
                "clock",
                Map.of("set", Instant.ofEpochSecond(reset(refused)).toString()));
        assertThat(account.send("jane@example.org", Map.of()).getStatusCode()).isEqualTo(202);
    }

    @Test
    void what_is_not_covered_has_sendgrids_shape() {
        var missed = account.request(Method.GET, "marketing/contacts", "");

        assertThat(missed.getStatusCode()).isEqualTo(404);
        assertThat(missed.getHeaders()).containsKey("Treaty-Not-Covered");
        assertThat(missed.getBody()).startsWith("{\"errors\":[{\"message\":\"The replay of sendgrid does not cover");
    }

    @Test
    void a_method_that_a_path_does_not_have_is_not_allowed() {
        assertThat(account.request(Method.DELETE, "mail/send", "").getStatusCode())
                .isEqualTo(405);
    }

    @Test
    void accounts_do_not_see_each_other() {
        account.send("jane@example.org", Map.of());

        assertThat(SendGridAccount.create()
                        .control(Method.GET, "mails", Map.of())
                        .path("mails"))
                .isEmpty();
    }

    @Test
    void a_subuser_has_an_account_of_its_own() {
        var subuser = new SendGridAccount(account.key(), "north");
        subuser.send("jane@example.org", Map.of());

        assertThat(account.control(Method.GET, "mails", Map.of()).path("mails")).isEmpty();
        assertThat(subuser.control(Method.GET, "mails", Map.of()).path("mails")).hasSize(1);
    }

    private static long reset(Response response) {
        return Long.parseLong(response.getHeaders().get("X-RateLimit-Reset"));
    }
}
