package dev.treaty.pacts.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.pacts.canonical.ExamplePact;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secrets here are made up, and in two halves, so that repository scanners do not take them for real ones. */
class LiveSecretTest {

    private static final String STRIPE_KEY = "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc";
    private static final String WEBHOOK_SECRET = "whsec_" + "7Qm2Xa9LpT4vB8nR3kD6wZ1y";
    private static final String TWILIO_TOKEN = "3f9a1c7be04d82" + "56a1b9c3d7e5f02468";
    private static final String JWT_BODY = "." + base64("{\"sub\":\"usr_1\"}") + "." + base64("signature");

    @Test
    void a_live_key_is_found_and_not_shown() {
        var interaction = ExamplePact.set(
                ExamplePact.payment(),
                "/request/headers",
                "{\"Authorization\": [\"Bearer %s\"]}".formatted(STRIPE_KEY));

        assertThat(findings(interaction)).containsExactly("""
                "a request to create a payment" of billing with stripe contains what looks like a live Stripe key.
                  where: $.request.headers.Authorization[0] in PaymentsPactTest.paymentIsCreated
                  fix:   use a test key such as sk_test_42; if this one is real, revoke it: it is in the recordings""");
    }

    static List<String> secrets() {
        return List.of(
                STRIPE_KEY,
                STRIPE_KEY.replace("sk_", "rk_"),
                "key=" + STRIPE_KEY,
                WEBHOOK_SECRET,
                "-----BEGIN " + "PRIVATE KEY-----\nMIIB",
                "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIB",
                "Basic " + standardBase64("AC00000000000000000000000000000042:" + TWILIO_TOKEN),
                "Basic " + standardBase64(STRIPE_KEY + ":"),
                base64("{\"alg\":\"RS256\",\"kid\":\"prod-1\"}") + JWT_BODY,
                "Bearer " + base64("{\"alg\":\"HS256\"}") + JWT_BODY);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void live_secrets_are_found_anywhere(String secret) {
        var json = new TextNode(secret).toString();

        assertThat(findings(ExamplePact.set(
                        ExamplePact.payment(), "/response/headers", "{\"X-Any\": [%s]}".formatted(json))))
                .hasSize(1);
        assertThat(findings(ExamplePact.set(ExamplePact.payment(), "/response/body/content/note", json)))
                .hasSize(1);
        assertThat(findings(ExamplePact.set(ExamplePact.message(), "/metadata/note", json)))
                .hasSize(1);
        assertThat(findings(ExamplePact.set(ExamplePact.payment(), "/providerStates/0/params/note", json)))
                .hasSize(1);
    }

    static List<String> placeholders() {
        return List.of(
                "sk_test_4eC39HqLyjWDarjtT1zdp7dc",
                "Bearer sk_(test|live)_.+",
                "pk_live_is_public",
                "whsec_test",
                "whsec_00000000000000000000000000000042",
                "-----BEGIN PUBLIC KEY-----",
                "Basic " + standardBase64("AC00000000000000000000000000000042:00000000000000000000000000000042"),
                "Basic " + standardBase64("cablecast:secret"),
                "Basic .+",
                "AC" + TWILIO_TOKEN,
                "t=1768469400,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd",
                base64("{\"alg\":\"RS256\",\"kid\":\"test-key-1\"}") + JWT_BODY,
                "eyJub3QiOiJhIHRva2VuIn0.a.b");
    }

    @ParameterizedTest
    @MethodSource("placeholders")
    void placeholders_signatures_and_account_sids_are_fine(String text) {
        assertThat(findings(ExamplePact.set(
                        ExamplePact.payment(), "/response/headers", "{\"Authorization\": [\"%s\"]}".formatted(text))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authToken",
                "auth_token",
                "AuthToken",
                "primary_auth_token",
                "X-Twilio-Auth-Token",
                "api_key",
                "Authorization"
            })
    void an_auth_token_is_recognized_by_the_name_of_its_field(String key) {
        var interaction =
                ExamplePact.set(ExamplePact.payment(), "/response/body/content/" + key, "\"" + TWILIO_TOKEN + "\"");

        assertThat(findings(interaction)).singleElement().asString().contains("an auth token such as Twilio's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etag", "id", "X-Twilio-Signature"})
    void the_same_digits_elsewhere_are_fine(String key) {
        var interaction =
                ExamplePact.set(ExamplePact.payment(), "/response/body/content/" + key, "\"" + TWILIO_TOKEN + "\"");

        assertThat(findings(interaction)).isEmpty();
    }

    @Test
    void forms_and_encoded_bodies_are_scanned() {
        var form = ExamplePact.set(
                ExamplePact.payment(), "/request/body/content", "\"a=1&AuthToken=%s&b=2\"".formatted(TWILIO_TOKEN));
        var bytes = ExamplePact.set(
                ExamplePact.payment(), "/response/body", """
                {"contentType": "text/plain", "encoded": "base64", "content": "%s"}
                """.formatted(standardBase64("my key is " + STRIPE_KEY)));

        assertThat(findings(form)).singleElement().asString().contains("$.request.body.content.AuthToken[0] in");
        assertThat(findings(bytes)).singleElement().asString().contains("$.response.body.content in");
    }

    @Test
    void a_field_of_a_form_is_reported_once() {
        var form = ExamplePact.set(ExamplePact.payment(), "/request/body/content", "\"key=%s\"".formatted(STRIPE_KEY));

        assertThat(findings(form)).singleElement().asString().contains("$.request.body.content.key[0] in");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String standardBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static List<String> findings(ObjectNode interaction) {
        return RuleFindings.of(new LiveSecret(), interaction);
    }
}
