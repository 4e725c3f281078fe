package dev.treaty.stubs.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.vendor.store.UncaughtErrors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replay does in the background goes on whatever fails, but not without telling that the heap is used up. */
class OutOfMemoryTest {

    private final UncaughtErrors uncaught = new UncaughtErrors();

    @Test
    void in_what_is_due_while_real_time_passes() throws Exception {
        use(kiosk -> {
            kiosk.later("PT0.03S", "run out of memory", "{}");

            await().untilAsserted(this::assertTold);
        });
    }

    @Test
    void in_what_is_due_while_the_clock_is_advanced() throws Exception {
        use(kiosk -> {
            kiosk.later("PT1H", "run out of memory", "{}");
            assertThat(uncaught.all()).isEmpty();

            kiosk.advance("PT1H");

            assertTold();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy to send", "heavy to note"})
    void before_and_after_a_delivery(String text) throws Exception {
        use(kiosk -> {
            try (var reader = new Reader()) {
                kiosk.post("/news", reader.news(text, "a").replace("{", "{\"purpose\": \"heavy\", "));
                kiosk.advance("PT0S");

                assertTold();
            }
        });
    }

    private void use(Consumer<KioskClient> test) throws Exception {
        uncaught.listenTo(() -> {
            try (var replay = VendorReplay.open(new Kiosk(), ReplaySettings.DEFAULT)) {
                test.accept(KioskClient.of(replay));
            }
        });
    }

    private void assertTold() {
        assertThat(uncaught.all()).hasToString("[java.lang.OutOfMemoryError: as the test wants it]");
    }
}
