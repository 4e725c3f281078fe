package dev.treaty.stubs.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.response.StubResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final ProviderReplay KIOSK = VendorReplay.open(new Kiosk(), ReplaySettings.DEFAULT);

    private final KioskClient kiosk = KioskClient.of(KIOSK);

    @AfterAll
    static void close() {
        KIOSK.close();
    }

    @Test
    void requests_beyond_the_limit_are_refused_until_the_accounts_clock_opens_the_next_window() {
        kiosk.post("/__treaty/limit", "{\"requests\": 2, \"per\": \"PT10S\"}");
        assertThat(order())
                .returns(201, StubResponse::status)
                .satisfies(first -> assertThat(told(first)).startsWith("2 1 "));
        assertThat(order())
                .returns(201, StubResponse::status)
                .satisfies(second -> assertThat(told(second)).startsWith("2 0 "));

        var refused = order();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(told(refused)).startsWith("2 0 ");
        assertThat(refused.headers().get("Retry-After")).containsAnyOf("9", "10");
        assertThat(new String(refused.body(), UTF_8))
                .contains("The limit that a test has set permits 2 requests at a time, and this one is beyond it.");
        kiosk.advance("PT10S");
        assertThat(order().status()).isEqualTo(201);
        assertThat(kiosk.get("/orders").path("orders")).hasSize(3);
    }

    @Test
    void who_waits_until_the_announced_second_gets_through() {
        kiosk.post("/__treaty/limit", "{\"requests\": 1, \"per\": \"PT0.3S\"}");
        order();
        var reset = resetOf(order());

        kiosk.post("/__treaty/clock", "{\"set\": \"%s\"}".formatted(Instant.ofEpochSecond(reset)));

        assertThat(order().status()).isEqualTo(201);
    }

    @Test
    void a_request_that_the_vendor_refuses_counts_and_changes_nothing_else() {
        kiosk.post("/__treaty/limit", "{\"requests\": 1, \"per\": \"PT1H\"}");

        assertThat(answer("POST", "/orders/refused").status()).isEqualTo(402);

        assertThat(order().status()).isEqualTo(429);
        kiosk.answer("DELETE", "/__treaty/limit", "");
        assertThat(kiosk.get("/orders").path("orders")).isEmpty();
    }

    @Test
    void control_requests_do_not_count_and_tell_of_the_limit() {
        assertThat(kiosk.get("/__treaty/limit")).isEmpty();

        kiosk.post("/__treaty/limit", "{\"requests\": 0, \"per\": \"PT1H\"}");

        assertThat(kiosk.get("/__treaty/limit")).hasToString("{\"requests\":0,\"per\":\"PT1H\"}");
        assertThat(order().status()).isEqualTo(429);
        kiosk.answer("DELETE", "/__treaty/limit", "");
        assertThat(kiosk.get("/__treaty/limit")).isEmpty();
        assertThat(order().status()).isEqualTo(201);
    }

    @Test
    void another_account_is_not_limited() {
        kiosk.post("/__treaty/limit", "{\"requests\": 0, \"per\": \"PT1H\"}");

        assertThat(KioskClient.status(KioskClient.of(KIOSK).answer("POST", "/orders", "{}")))
                .isEqualTo(201);
    }

    @Test
    void a_vendor_tells_of_its_own_limit_and_never_enforces_it() {
        for (var request = 0; request < 101; request++) {
            assertThat(order())
                    .returns(201, StubResponse::status)
                    .satisfies(response -> assertThat(told(response)).startsWith("100 99 "));
        }
    }

    @Test
    void a_limit_that_a_state_exceeds_is_gone_afterwards() {
        kiosk.post("/__treaty/states", "{\"state\": \"the kiosk is crowded\"}");
        assertThat(order())
                .returns(429, StubResponse::status)
                .satisfies(refused -> assertThat(told(refused)).startsWith("3 0 "));

        kiosk.advance("PT10S");

        assertThat(order())
                .returns(201, StubResponse::status)
                .satisfies(response -> assertThat(told(response)).startsWith("100 99 "));
    }

    @Test
    void an_outage_ends_by_the_accounts_clock() {
        kiosk.post("/__treaty/states", "{\"state\": \"the kiosk is closed\"}");
        assertThat(order().status()).isEqualTo(503);

        kiosk.advance("PT10S");

        assertThat(order().status()).isEqualTo(201);
    }

    private StubResponse order() {
        return answer("POST", "/orders");
    }

    private StubResponse answer(String method, String target) {
        return ((ReplayResult.Answered) kiosk.answer(method, target, "{}")).response();
    }

    private static long resetOf(StubResponse response) {
        return Long.parseLong(told(response).substring(told(response).lastIndexOf(' ') + 1));
    }

    private static String told(StubResponse response) {
        return response.headers().getOrDefault("Kiosk-Limit", List.of("")).get(0);
    }
}
