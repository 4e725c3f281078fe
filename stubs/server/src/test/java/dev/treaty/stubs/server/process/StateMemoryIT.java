package dev.treaty.stubs.server.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server with a small heap outlives clients that create without end, and tells them what it has forgotten. */
class StateMemoryIT {

    /** As much as Stripe takes: 50 values of 500 characters. With its event and its idempotent response, each takes 75 KB. */
    private static final String CUSTOMER = IntStream.range(0, 50)
            .mapToObj(n -> "metadata[m%d]=%s".formatted(n, "x".repeat(500)))
            .collect(Collectors.joining("&"));

    private static final int CUSTOMERS = 3_700;
    private static final int LIMIT = 64 << 20;
    private static final String KEY = "sk_test_state_memory";
    private static final Pattern ID = Pattern.compile("\"id\":\"(cus_\\w+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> ids = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void the_oldest_is_forgotten_when_the_state_needs_more_memory_than_it_may_have() throws Exception {
        try (var stubs = StubServerProcess.servingWith(List.of("-Xmx256m"), "--port=0", "--own-ports=free")) {
            var stripe = stubs.url("stripe").toString();
            String endpoint = key().formParam("url", "http://127.0.0.1:9/")
                    .formParam("enabled_events[]", "invoice.paid")
                    .post(stripe + "/v1/webhook_endpoints")
                    .path("id");
            for (var i = 0; i < CUSTOMERS; i++) {
                create(URI.create(stripe + "/v1/customers"));
            }

            key().get(stripe + "/v1/customers/" + ids.get(CUSTOMERS - 1)).then().statusCode(200);
            key().get(stripe + "/v1/customers/" + ids.get(0)).then().statusCode(404);
            key().get(stripe + "/v1/webhook_endpoints/" + endpoint).then().statusCode(200);
            assertThat(told).anyMatch(header -> header.matches(".*customer: \\d+.*"));
            var memory = key().get(stripe + "/__treaty/state").jsonPath();
            assertThat(memory.getInt("memory.limit")).isBetween(LIMIT * 9 / 10, LIMIT);
            assertThat(memory.getInt("memory.allAccounts")).isBetween(LIMIT / 2, LIMIT);
            assertThat(memory.getInt("objects.customer") + memory.getInt("forgotten.customer"))
                    .isEqualTo(CUSTOMERS);
            stubs.terminate();
            assertThat(stubs.printed())
                    .anyMatch(line -> line.contains("Forgot customer cus_") && line.contains("needs more memory"));
        }
    }

    private void create(URI customers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(customers)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(CUSTOMER))
                .build();
        var created = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        var id = ID.matcher(created.body());
        assertThat(id.find()).isTrue();
        ids.add(id.group(1));
        told.addAll(created.headers().allValues("Treaty-Forgotten"));
    }

    private static RequestSpecification key() {
        return given().auth().preemptive().basic(KEY, "");
    }
}
