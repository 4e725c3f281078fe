package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treaty.consumer.webapp.connection.RateLimit;
import dev.treaty.consumer.webapp.connection.TooManyRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void the_policy_of_the_limit_is_found_among_others() throws IOException {
        var refusal = refusal(Map.of(
                "RateLimit-Policy", "\"burst\";q=10;w=1, \"daily\";w=86400;pk=:dXNyXzQy:;q=5000",
                "RateLimit", "\"daily\"; t=3600; r=0"));

        assertThat(refusal.rateLimit())
                .contains(new RateLimit("daily", 5000, Duration.ofDays(1), 0, Duration.ofHours(1)));
    }

    @Test
    void a_limit_without_its_policy_is_ignored() throws IOException {
        assertThat(refusal(Map.of("RateLimit", "\"default\";r=0;t=30")).rateLimit())
                .isEmpty();
    }

    @Test
    void a_plain_refusal_by_a_proxy_is_understood_as_well() throws IOException {
        var refusal = refusal(Map.of("Content-Type", "text/html", "Retry-After", "Thu, 15 Jan 2026 09:30:00 GMT"));

        assertThat(refusal.retryAfter()).isEmpty();
        assertThat(refusal).hasMessageEndingWith("fix:   call again later");
    }

    private static TooManyRequests refusal(Map<String, String> headers) throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(429, headers, "")) {
            var accounts = gateway.client().accounts();
            return catchThrowableOfType(TooManyRequests.class, () -> accounts.whoAmI(ADAS_SESSION));
        }
    }
}
