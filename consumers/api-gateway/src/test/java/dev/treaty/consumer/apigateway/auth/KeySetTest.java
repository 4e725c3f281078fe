package dev.treaty.consumer.apigateway.auth;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.http.Responses.unavailabilityOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceStandIn;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KeySetTest {

    @Test
    void keys_of_another_kind_or_use_are_skipped_but_kept_in_the_document() throws IOException {
        var set = "{\"keys\":["
                + "{\"kty\":\"OKP\",\"kid\":\"a\",\"crv\":\"Ed25519\",\"x\":\"AQ\"},"
                + "{\"kty\":\"RSA\",\"kid\":\"b\",\"use\":\"enc\",\"alg\":\"RSA-OAEP\",\"n\":\"AQ\",\"e\":\"AQAB\"},"
                + "{\"kty\":\"RSA\",\"kid\":\"c\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"AQ\"},"
                + "{\"kty\":\"RSA\",\"kid\":\"d\",\"alg\":\"RS256\",\"n\":\"AQ\",\"e\":\"AQAB\"},"
                + "null]}";
        try (var service = ServiceStandIn.respondingWith(set)) {
            var keySet = successOf(keySet(service));

            assertThat(keySet.keys()).containsExactly(new SigningKey("d", "RSA", "RS256", "AQ", "AQAB"));
            assertThat(keySet.document()).hasToString(set);
        }
    }

    @Test
    void a_response_without_a_list_of_keys_is_not_a_key_set() throws IOException {
        for (var body : new String[] {"{}", "[]", "{\"keys\":{}}", ""}) {
            try (var service = ServiceStandIn.respondingWith(body)) {
                assertThat(unavailabilityOf(keySet(service)).explanation())
                        .contains("is invalid: the body has no list at $.keys.");
            }
        }
    }

    private static ServiceResponse<KeySet> keySet(ServiceStandIn service) {
        return new AuthService(service.address(), TIMEOUTS).keySet(CALLER.requestId());
    }
}
