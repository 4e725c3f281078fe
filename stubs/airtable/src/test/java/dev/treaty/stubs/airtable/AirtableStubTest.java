package dev.treaty.stubs.airtable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.matching.interaction.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pings of contracts, which are signed when they are asked for. */
class AirtableStubTest {

    /** {@code printf '{"base":{"id":"app1"}}' | openssl dgst -sha256 -hmac test-mac-secret}. */
    private static final String MAC = "hmac-sha256=4773ea65758e6ad04478b1425804bddae3d23a4aa65a7cb1e2997f1ad5f4d788";

    @Test
    void a_ping_of_a_contract_is_signed_with_the_secret_that_the_readme_names() {
        var sent = new AirtableStub().complete(message(Map.of("X-Airtable-Content-MAC", "hmac-sha256=00")));

        assertThat(sent.metadata()).containsEntry("X-Airtable-Content-MAC", MAC);
    }

    @Test
    void a_message_without_a_signature_is_not_signed() {
        var message = message(Map.of());

        assertThat(new AirtableStub().complete(message)).isSameAs(message);
    }

    private static Message message(Map<String, Object> metadata) {
        return new Message("a ping", "{\"base\":{\"id\":\"app1\"}}".getBytes(UTF_8), "application/json", metadata);
    }
}
