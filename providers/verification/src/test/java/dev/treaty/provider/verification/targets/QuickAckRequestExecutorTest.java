package dev.treaty.provider.verification.targets;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Request;
import dev.treaty.provider.verification.testing.CustomerService;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class QuickAckRequestExecutorTest {

    private static final int REQUESTS = 200;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_response_in_two_parts_does_not_wait_for_an_acknowledgement() throws IOException {
        try (var service = new CustomerService(Duration.ZERO)) {
            var exchange = new ProviderHttpClient(service.url());
            exchange.send(new Request("GET", "/v1/customers/cus_000001"));

            var start = System.nanoTime();
            for (var request = 0; request < REQUESTS; request++) {
                exchange.send(new Request("GET", "/v1/customers/cus_000001"));
            }

            // With 40 ms each, this would take 8 s; without, it takes about 0.2 s, more on a busy machine.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }
}
