package dev.treaty.stubs.stripe.generic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.page.Html;
import dev.treaty.stubs.stripe.resource.Ids;
import java.util.Map;
import java.util.Optional;

/** The secrets and addresses that new objects must have, although nothing of what they give access to is simulated. */
final class AccessFields {

    static final String PAGE = "/not-simulated";

    private static final int SECRET_LENGTH = 40;
    private static final Map<String, String> PREFIXES =
            Map.of("ephemeral_key", "ek_test_", "terminal.connection_token", "pst_test_");

    private AccessFields() {}

    /** Fills those that are empty. */
    static void fill(StripeContext stripe, ObjectNode object) {
        for (var name : new String[] {"secret", "client_secret"}) {
            if (isEmpty(object, name)) {
                object.put(name, object.path("id").asText() + "_secret_" + Ids.random(SECRET_LENGTH));
            }
        }
        Optional.ofNullable(PREFIXES.get(object.path("object").asText()))
                .ifPresent(prefix -> object.put("secret", prefix + Ids.random(SECRET_LENGTH)));
        if (isEmpty(object, "url")) {
            object.put("url", stripe.pageUrl(PAGE));
        }
    }

    private static boolean isEmpty(ObjectNode object, String field) {
        return "".equals(object.path(field).textValue());
    }

    static StubResponse show(StripeContext stripe, StripeRequest request) {
        return Html.page(501, "Not simulated", "<h1>The stub server does not simulate this page</h1>\n");
    }
}
