package dev.treaty.stubs.samsara;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.matching.interaction.Message;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The webhooks of contracts, which are signed when they are asked for. */
class SamsaraStubTest {

    private static final String BODY = "{\"eventType\":\"GeofenceEntry\"}";

    @Test
    void a_webhook_of_a_contract_is_signed_with_the_secret_that_the_readme_names() throws GeneralSecurityException {
        var recorded = Map.<String, Object>of("X-Samsara-Timestamp", "1768469400", "X-Samsara-Signature", "v1=00");

        var sent = new SamsaraStub().complete(message(recorded));

        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("dHJlYXR5LXN0dWItd2ViaG9vay1zZWNyZXQ="), "HmacSHA256"));
        var expected = mac.doFinal(Organisation.bytes("v1:1768469400:" + BODY));
        assertThat(sent.metadata())
                .containsEntry("X-Samsara-Signature", "v1=" + HexFormat.of().formatHex(expected));
    }

    @Test
    void a_message_without_a_timestamp_is_not_signed() {
        var message = message(Map.of());

        assertThat(new SamsaraStub().complete(message)).isSameAs(message);
    }

    private static Message message(Map<String, Object> metadata) {
        return new Message("a webhook", Organisation.bytes(BODY), "application/json", metadata);
    }
}
