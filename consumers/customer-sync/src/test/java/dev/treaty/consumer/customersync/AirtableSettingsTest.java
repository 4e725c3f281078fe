package dev.treaty.consumer.customersync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.customersync.connection.AccessToken;
import org.junit.jupiter.api.Test;

class AirtableSettingsTest {

    private static final WebhookSecret SECRET = new WebhookSecret("dGVzdC1tYWMtc2VjcmV0");

    @Test
    void secrets_are_never_shown() {
        assertThat(new AccessToken(AirtableFixture.TOKEN)).hasToString("AccessToken[…]");
        assertThat(SECRET).hasToString("WebhookSecret[…]");
    }

    @Test
    void an_old_api_key_is_refused_without_being_shown() {
        assertThatThrownBy(() -> new AccessToken("keyOld00000000042"))
                .hasMessageStartingWith("The access token of Airtable is empty, or an API key")
                .hasMessageNotContaining("keyOld00000000042");
    }

    @Test
    void a_secret_that_is_not_base64_is_refused_without_being_shown() {
        assertThatThrownBy(() -> new WebhookSecret("not base64")).hasMessageNotContaining("not base64");
    }

    @Test
    void a_table_is_addressed_by_ids() {
        assertThatThrownBy(() -> new TableAddress("appCustomerSync01", "Customers"))
                .hasMessage("""
                "appCustomerSync01" and "Customers" are not the ids of a base and a table of Airtable.
                  where: the settings of the client
                  fix:   copy both from the table's URL: https://airtable.com/app…/tbl…/viw…""");
    }

    @Test
    void what_a_formula_compares_with_is_escaped() {
        assertThat(Formula.isEqual("Name", "O'Neil \\ {Email}\n")).hasToString("{Name}='O\\'Neil \\\\ {Email}\\n'");
        assertThat(Formula.isEqual("a}b", "")).hasToString("{a\\}b}=''");
    }

    @Test
    void a_forged_ping_is_refused() {
        var body = "{\"base\": {\"id\": \"app1\"}}".getBytes(UTF_8);
        var forged = "hmac-sha256=" + "0".repeat(64);

        assertThatThrownBy(() -> Ping.read(body, forged, SECRET)).hasMessage("""
                A request says that it is a ping of Airtable, and its signature is wrong.
                  where: the header X-Airtable-Content-MAC
                  fix:   answer 401; if it was Airtable, check that the secret is that of this webhook""");
    }

    @Test
    void a_signed_body_that_is_no_ping_is_refused() {
        var body = "{\"base\": {\"id\": \"app1\"}}".getBytes(UTF_8);

        assertThatThrownBy(() -> Ping.read(body, SECRET.signature(body), SECRET))
                .hasMessageStartingWith("A ping of Airtable has no valid value at $.");
    }
}
