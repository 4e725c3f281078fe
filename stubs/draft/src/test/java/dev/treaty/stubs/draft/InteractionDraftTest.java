package dev.treaty.stubs.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionDraftTest {

    private static final String HOSTILE =
            "<script>alert(\"1\")</script> */ \\u002a\\u002f ${x} %s \"\"\" \\ \u0000\u202e\n é😀 'x'";

    private static final ObservedResponse CHARGES = json(200, """
            {"object": "list", "data": [{"id": "ch_42", "amount": 2000, "rate": 1.5, "created": 1767225600, "paid": true,
              "at": "2026-01-01T12:00:00Z", "customer": null, "client_secret": "ch_42_secret_x",
              "tags": ["a", 1, 9007199254740993, 123456789012345678901234567890]}, {"id": "ch_43"}], "more": [], "limit": 2}""");

    @TempDir
    private Path directory;

    private static ObservedResponse json(int status, String body) {
        return new ObservedResponse(status, Map.of("Content-Type", List.of("application/json; charset=utf-8")), body);
    }

    private static ObservedRequest request(
            String method, String target, Map<String, List<String>> headers, String body) {
        return new ObservedRequest(method, target, headers, body);
    }

    private static ObservedRequest get(String target) {
        return request("GET", target, Map.of(), "");
    }

    @Test
    void a_draft_reads_like_a_recording_test() {
        var draft = InteractionDraft.of(
                "billing",
                "stripe",
                request(
                        "POST",
                        "/v1/charges/ch_42/capture",
                        Map.of(
                                "authorization", List.of("Bearer sk_live_51HqLyjWDarjtT1zdp7dc"),
                                "stripe-version", List.of("2026-07-29.dahlia"),
                                "user-agent", List.of("Stripe/v1"),
                                "content-type", List.of("application/x-www-form-urlencoded")),
                        "amount=2000&metadata[order]=6735"),
                json(200, "{\"id\": \"ch_42\", \"amount\": 2000, \"created\": 1767225600}"));

        assertThat(draft.fileName())
                .isEqualTo(
                        "consumers/billing/src/test/java/dev/treaty/consumer/billing/PostV1ChargesCapturePactTest.java");
        assertThat(draft.toJava())
                .contains("""
                            // The provider's team reads the description and the state: say what is asked for, and what must exist.
                            @Pact(consumer = "billing", provider = "stripe")
                            V4Pact requestIsAnswered(PactDslWithProvider stripe) {
                                return stripe.given("a charge exists", Map.of("id", "ch_42"))
                                        .uponReceiving("a request to POST /v1/charges/ch_42/capture")
                                        .method("POST")
                                        .path("/v1/charges/ch_42/capture")
                                        .matchHeader("Authorization", "Bearer .+", "Bearer placeholder")
                                        .headers("Stripe-Version", "2026-07-29.dahlia")
                                        .body(FormBody.form()
                                                .value("amount", "2000")
                                                .value("metadata[order]", "6735"))
                                        .willRespondWith()
                                        .status(200)
                                        .body(newJsonBody(root -> {
                                                    root.stringValue("id", "ch_42");
                                                    root.numberValue("amount", 2000);
                                                    root.numberType("created", 1767225600);
                                                })
                                                .build())
                                        .toPact(V4Pact.class);
                            }
                        """.indent(0))
                .contains("""
                            @Test
                            @PactTestFor(pactMethod = "requestIsAnswered")
                            void the_response_is_understood(MockServer stripe) throws Exception {
                                // Call your client instead, and assert what it makes of the response.
                                var request = HttpRequest.newBuilder(URI.create(stripe.getUrl() + "/v1/charges/ch_42/capture"))
                                        .header("Authorization", "Bearer placeholder")
                                        .header("Stripe-Version", "2026-07-29.dahlia")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .method("POST", BodyPublishers.ofString("amount=2000&metadata%5Border%5D=6735"))
                                        .build();
                        """.indent(0))
                .doesNotContain("sk_live")
                .doesNotContain("Stripe/v1");
    }

    @Test
    void drafts_compile_pass_and_record_what_the_lint_accepts() throws Exception {
        var secret =
                "Basic " + Base64.getEncoder().encodeToString("AC1:0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        var hostileJson = "{%s: %s}".formatted(quoted("<script>alert(1)</script> $ é"), quoted(HOSTILE));
        var drafts = List.of(
                InteractionDraft.of(
                        "billing", "stripe", get("/v1/charges?limit=2&starting_after=ch%5F41&q=a+b"), CHARGES),
                InteractionDraft.of(
                        "billing",
                        "stripe",
                        request(
                                "POST",
                                "/v1/payment_intents",
                                Map.of(
                                        "Authorization", List.of(secret),
                                        "Idempotency-Key", List.of("5f0c7127-3be9-4488-b801-c7b6415b45e9"),
                                        "Accept", List.of("application/json", "text/html;q=0.5"),
                                        "Content-Type", List.of("application/json")),
                                """
                                {"amount": 2000, "big": 12345678901, "price": 1.25, "ok": true, "none": null,
                                 "password": "hunter22", "pin": 1234, "note": "key sk_live_51HqLyjWDarjtT1zdp7dc", "stripe": {"root": [1, "two", {"three": []}, [4]]},
                                 "class": {"1": {}}}"""),
                        new ObservedResponse(
                                201,
                                Map.of(
                                        "Content-Type", List.of("application/json"),
                                        "Location", List.of("https://example.com/v1/payment_intents/pi_77")),
                                "[{\"id\": \"pi_77\", \"nested\": [[{\"uuid\": \"5f0c7127\"}]]}, {\"id\": \"pi_78\"}]")),
                InteractionDraft.of(
                                "web-app",
                                "api-gateway",
                                request(
                                        "PUT",
                                        "/a%20b/" + URLEncoder.encode("<script>", UTF_8),
                                        Map.of("Content-Type", List.of("application/vnd.api+json")),
                                        hostileJson),
                                new ObservedResponse(
                                        422, Map.of("Content-Type", List.of("application/problem+json")), hostileJson))
                        .describedAs(HOSTILE)
                        .given(HOSTILE, Map.of("name", HOSTILE)),
                InteractionDraft.of(
                        "archivist",
                        "cablecast",
                        request("DELETE", "/shows", Map.of("Content-Type", List.of("text/plain")), HOSTILE),
                        new ObservedResponse(204, Map.of("Date", List.of("Tue, 01 Dec 2026 00:00:00 GMT")), "")),
                InteractionDraft.of(
                        "archivist",
                        "cablecast",
                        request(
                                "POST",
                                "/forms",
                                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                                "a=1&a=2&b%5Bc%5D=x+y&token=abcdefghijkl&empty="),
                        new ObservedResponse(99, Map.of("Content-Type", List.of("text/html")), "<p>hello</p>")),
                InteractionDraft.of("archivist", "cablecast", get("/"), ObservedResponse.UNKNOWN),
                InteractionDraft.of("int", "class", get("/scalars"), json(200, "[1, \"two\", null, false]")),
                InteractionDraft.of("archivist", "cablecast", get("/root"), json(200, "[]")),
                InteractionDraft.of("archivist", "cablecast", get("/text"), json(200, "\"text\"")));

        var recordings = new RecordedDraft(directory).record(drafts);

        assertThat(recordings).hasSize(drafts.size());
        recordings.forEach((name, recording) -> {
            var contract = recording.contains("web-app")
                    ? "web-app-api-gateway"
                    : recording.contains("billing")
                            ? "billing-stripe"
                            : recording.contains("archivist") ? "archivist-cablecast" : "int-class";
            assertThat(RecordedDraft.findings(contract, recording)).as(name).isEmpty();
            assertThat(recording)
                    .doesNotContain("hunter22")
                    .doesNotContain("0123456789abcdef")
                    .doesNotContain("sk_live");
        });
    }

    private static String quoted(String text) throws Exception {
        return new ObjectMapper().writeValueAsString(text);
    }
}
