package dev.treaty.stubs.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, scopes, limits, and what the replay does not cover. */
@StubServer("airtable")
class AirtableAccessTest {

    private final AirtableClient airtable;

    AirtableAccessTest(String airtable) {
        this.airtable = AirtableClient.withNewBase(airtable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyOld00000000042", "patRevoked0000042", "patInvalid0000042"})
    void some_tokens_are_refused(String token) {
        var stranger = new AirtableClient(airtable.url(), token, airtable.base());

        assertThat(stranger.send("GET", "/v0/meta/whoami", "").error()).isEqualTo("401 AUTHENTICATION_REQUIRED");
    }

    @Test
    void another_token_does_not_see_the_base() {
        var stranger = new AirtableClient(airtable.url(), "patStranger000042", airtable.base());

        assertThat(stranger.customers("GET", "", "").error()).isEqualTo("403 INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");
    }

    @Test
    void a_token_does_what_its_scopes_permit() {
        airtable.control("/token", "{\"scopes\": [\"data.records:read\"]}");

        assertThat(airtable.customers("GET", "", "").status()).isEqualTo(200);
        assertThat(airtable.customers("POST", "/listRecords", "{}").status()).isEqualTo(200);
        assertThat(airtable.customers("POST", "", "{\"fields\": {}}").status()).isEqualTo(403);
        assertThat(airtable.send("GET", "/v0/meta/bases", "").status()).isEqualTo(403);
        assertThat(airtable.send("GET", "/v0/meta/whoami", "").body().path("scopes"))
                .hasToString("[\"data.records:read\"]");
    }

    @Test
    void after_too_many_requests_nothing_is_answered_for_half_a_minute() {
        airtable.control("/limit", "{\"requests\": 5, \"per\": \"PT1S\"}");
        for (var i = 0; i < 5; i++) {
            assertThat(airtable.customers("GET", "", "").status()).isEqualTo(200);
        }

        assertThat(airtable.customers("GET", "", "").error()).isEqualTo("429 RATE_LIMIT_REACHED");
        airtable.advance("PT25S");
        var locked = airtable.customers("GET", "", "");
        airtable.advance("PT5S");

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEmpty();
        assertThat(airtable.customers("GET", "", "").status()).isEqualTo(200);
    }

    @Test
    void a_base_may_have_the_id_that_an_application_is_configured_with() {
        airtable.control("/bases", """
                {"id": "appConfigured0042", "name": "Mine", "tables": [
                  {"id": "tblConfigured0042", "name": "Routes", "fields": [{"name": "Name", "type": "singleLineText"}]}]}""");

        assertThat(airtable.send("GET", "/v0/appConfigured0042/tblConfigured0042", "")
                        .body())
                .hasToString("{\"records\":[]}");
    }

    @Test
    void a_contract_answers_for_a_base_that_only_it_names() {
        var recorded = airtable.send("GET", "/v0/appCustomerSync01/tblCustomers00001/recErika000000001", "");

        assertThat(recorded.body().at("/fields/Name").asText()).isEqualTo("Erika Mustermann");
    }

    @Test
    void what_is_not_covered_is_an_error_that_says_so() {
        var refused = airtable.send("GET", "/v0/meta/bases/%s/collaborators/all".formatted(airtable.base()), "");

        assertThat(refused.error()).isEqualTo("404 NOT_FOUND");
        assertThat(refused.header("Treaty-Not-Covered")).isNotEmpty();
        assertThat(refused.body().at("/error/message").asText()).contains("does not cover");
    }

    @Test
    void a_type_of_field_that_is_not_covered_is_refused() {
        var refused = airtable.send(
                "POST",
                "/v0/meta/bases/%s/tables/Customers/fields".formatted(airtable.base()),
                "{\"name\": \"Total\", \"type\": \"rollup\"}");

        assertThat(refused.header("Treaty-Not-Covered")).isEqualTo("field type rollup");
    }
}
