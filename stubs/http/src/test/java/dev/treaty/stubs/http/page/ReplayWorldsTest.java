package dev.treaty.stubs.http.page;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.RawHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.request.RawRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The accounts of a vendor with state, as the page shows and changes them. */
class ReplayWorldsTest {

    private static final String HTML = "Accept: text/html";

    private final Vendor vendor = new Vendor();

    @Test
    void the_accounts_of_the_journal_are_shown_without_their_secrets() {
        try (var stub = server()) {
            send(stub.port(), Request.get("/vendor/x", "Authorization: Bearer hush1"));
            send(stub.port(), Request.get("/vendor/x", "Authorization: Bearer hush2"));
            send(stub.port(), Request.get("/vendor/x", "Authorization: Bearer hush1"));
            send(stub.port(), Request.get("/vendor/x"));

            var page = send(stub.port(), Request.get("/?view=control", HTML)).text();

            assertThat(page)
                    .contains(
                            "2 customer",
                            "2030-01-01T00:00:00Z",
                            "charge.failed to http://localhost:3000/hooks",
                            "▲</span> failed")
                    .doesNotContain("hush");
            assertThat(Pattern.compile("<h3>vendor, account [0-9a-f]{8}</h3>")
                            .matcher(page)
                            .results())
                    .hasSize(2);
        }
    }

    @Test
    void a_clock_is_advanced_and_a_webhook_sent_again_for_its_account() {
        try (var stub = server()) {
            send(stub.port(), Request.get("/vendor/x", "Authorization: Bearer hush1"));
            var page = send(stub.port(), Request.get("/?view=control", HTML)).text();
            var account = page.replaceAll("(?s).*account ([0-9a-f]{8})<.*", "$1");

            assertThat(post(stub, "clock", "world=" + account + "&advance=PT1H"))
                    .isEqualTo(303);
            assertThat(post(stub, "resend", "world=" + account + "&webhook=wh_1"))
                    .isEqualTo(303);

            assertThat(vendor.asked)
                    .contains(
                            "POST /__treaty/clock Bearer hush1 {\"advance\":\"PT1H\"}",
                            "POST /__treaty/webhooks/wh_1/resend Bearer hush1 ");
            assertThat(post(stub, "clock", "world=" + account + "&advance=nonsense"))
                    .isEqualTo(422);
            assertThat(post(stub, "resend", "world=" + account + "&webhook=..%2Freset"))
                    .isEqualTo(422);
        }
    }

    private static int post(ReplayServer stub, String action, String fields) {
        return send(
                        stub.port(),
                        Request.post("/__admin/page/" + action, "application/x-www-form-urlencoded", fields, HTML))
                .status();
    }

    private ReplayServer server() {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("a.json"), pact("shop", "vendor", get("/y", "y")))))
                .providerStubs(List.of(vendor))
                .start();
    }

    /** A vendor with one customer more than anybody asked for. */
    private static final class Vendor implements ProviderStub, ProviderReplay {

        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public String provider() {
            return "vendor";
        }

        @Override
        public Optional<ProviderReplay> open(ReplaySettings settings) {
            return Optional.of(this);
        }

        @Override
        public ReplayResult answer(RawRequest request) {
            var authorization = String.join(",", request.header("Authorization"));
            var body = new String(request.body(), UTF_8);
            asked.add("%s %s %s %s".formatted(request.method(), request.target(), authorization, body));
            return new ReplayResult.Answered(
                    switch (request.target()) {
                        case "/__treaty/state" ->
                            json("{\"now\": \"2030-01-01T00:00:00Z\", \"objects\": {\"customer\": 2}, \"due\": []}");
                        case "/__treaty/webhooks" -> json("""
                                {"deliveries": [{"id": "wh_1", "purpose": "event", "url": "http://localhost:3000/hooks",
                                  "status": "failed", "attempts": [{}], "body": "{\\"type\\": \\"charge.failed\\"}"}]}""");
                        case "/__treaty/webhooks/wh_1/resend" -> json("{\"id\": \"wh_1\"}");
                        case "/__treaty/clock" ->
                            body.contains("PT")
                                    ? json("{\"now\": \"2030-01-01T01:00:00Z\"}")
                                    : StubResponse.ofText(400, "application/json", "{}");
                        default -> json("{}");
                    });
        }

        private static StubResponse json(String text) {
            return StubResponse.ofText(200, "application/json", text);
        }

        @Override
        public StubResponse error(RawRequest request, HttpProblem problem) {
            return problem.toResponse();
        }

        @Override
        public void close() {}
    }
}
