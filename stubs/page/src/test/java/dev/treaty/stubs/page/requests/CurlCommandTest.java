package dev.treaty.stubs.page.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.page.SeenRequests;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurlCommandTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:8080");

    @Test
    void a_request_with_a_body_is_sent_again_as_it_was() {
        var seen = SeenRequests.miss(
                0,
                "PUT",
                "/stripe/v1/x?a=b",
                Map.of("Content-Type", List.of("application/json"), "Host", List.of("localhost")),
                "{\"name\": \"O'Neill; rm -rf /\"}");

        assertThat(CurlCommand.of(seen, SERVER)).isEqualTo("""
                curl -i -X PUT 'http://127.0.0.1:8080/stripe/v1/x?a=b' \\
                  -H 'Content-Type: application/json' \\
                  --data-binary '{"name": "O'\\''Neill; rm -rf /"}'""");
    }
}
