package dev.treaty.stubs.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests as the users of {@link VendorWorld} write them, with an oven as the vendor. */
@StubServer(value = "oven", pacts = "src/test/resources/pacts/kiosk-oven.json")
class VendorWorldTest {

    /** Nobody listens there. */
    private static final String APPLICATION = "http://127.0.0.1:1/done";

    private final VendorWorld oven;

    VendorWorldTest(VendorWorld oven) {
        this.oven = oven;
    }

    @BeforeEach
    void a_loaf_is_in_the_oven(VendorWorld same) throws IOException, InterruptedException {
        assertThat(same).isSameAs(oven);
        bake();
    }

    @RepeatedTest(2)
    void every_test_has_a_world_of_its_own() {
        assertThat(oven.state().objects()).containsExactly(Map.entry("loaf", 1L));
        assertThat(oven.state().due()).extracting(VendorState.Due::action).containsExactly("tell");
    }

    @Test
    void nothing_is_sent_before_the_clock_is_advanced() {
        oven.advance(Duration.ofMinutes(59));

        assertThat(oven.received()).isEmpty();
    }

    @Test
    void what_the_vendor_has_sent_is_known_with_its_attempts() {
        var before = oven.now();

        var after = oven.advance(Duration.ofMinutes(61));

        assertThat(Duration.between(before, after)).isGreaterThanOrEqualTo(Duration.ofMinutes(61));
        assertThat(oven.received()).singleElement().satisfies(delivery -> {
            assertThat(delivery.purpose()).isEqualTo("done");
            assertThat(delivery.method()).isEqualTo("POST");
            assertThat(delivery.url()).hasToString(APPLICATION);
            assertThat(delivery.body()).isEqualTo("done");
            assertThat(delivery.isDelivered()).isFalse();
            assertThat(delivery.attempts()).hasSize(2).allSatisfy(attempt -> {
                assertThat(attempt.status()).isZero();
                assertThat(attempt.error()).isNotEmpty();
            });
            assertThat(Duration.between(
                            delivery.attempts().get(0).at(),
                            delivery.attempts().get(1).at()))
                    .isEqualTo(Duration.ofMinutes(1));
        });
    }

    @Test
    void a_reset_forgets_everything() {
        oven.reset();

        assertThat(oven.state().objects()).isEmpty();
        assertThat(oven.state().due()).isEmpty();
    }

    @Test
    void the_account_and_its_secret_are_known_but_not_printed() {
        assertThat(oven.account()).isEqualTo("baker");
        assertThat(oven.apiKey()).isNotEmpty();
        assertThat(oven).hasToString("account baker at " + oven.url());
    }

    @Test
    void an_advance_must_not_be_negative() {
        assertThatThrownBy(() -> oven.advance(Duration.ofHours(-1)))
                .isInstanceOf(ControlFailed.class)
                .hasMessageContaining("The clock cannot be advanced by \"PT-1H\".")
                .hasMessageContaining("where: " + oven.url() + "/__treaty/clock");
    }

    private void bake() throws IOException, InterruptedException {
        var credentials = "%s:%s".formatted(oven.account(), oven.apiKey()).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(oven.url() + "/loaves"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .POST(HttpRequest.BodyPublishers.ofString(APPLICATION))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }
}
