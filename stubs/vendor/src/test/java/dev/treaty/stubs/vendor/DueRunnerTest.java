package dev.treaty.stubs.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplaySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DueRunnerTest {

    private static final ProviderReplay KIOSK = VendorReplay.open(new Kiosk(), ReplaySettings.DEFAULT);

    private final KioskClient kiosk = KioskClient.of(KIOSK);

    @AfterAll
    static void close() {
        KIOSK.close();
    }

    @Test
    void what_is_due_is_done_in_the_order_of_time_and_not_before() {
        kiosk.later("PT3H", "note", "{\"text\": \"third\"}");
        kiosk.later("PT1H", "note", "{\"text\": \"first\"}");
        kiosk.later("PT2H", "note", "{\"text\": \"second\"}");

        kiosk.advance("PT2H");

        assertThat(kiosk.diary()).containsExactly("first", "second");
    }

    @Test
    void each_has_the_clock_at_its_own_time_and_chains_within_one_advance() {
        kiosk.later("PT1H", "chain", "{\"left\": 3}");

        kiosk.advance("P1D");

        var times = kiosk.entries().stream()
                .map(entry -> Instant.parse(entry.substring(0, entry.indexOf(' '))))
                .toList();
        assertThat(kiosk.diary()).containsExactly("chain 3", "chain 2", "chain 1", "chain 0");
        assertThat(times)
                .containsExactlyElementsOf(IntStream.range(0, 4)
                        .mapToObj(minute -> times.get(0).plus(Duration.ofMinutes(minute)))
                        .toList());
    }

    @Test
    void the_clock_shows_what_it_was_advanced_to() {
        var before = Instant.parse(kiosk.get("/__treaty/clock").path("now").asText());

        var after = Instant.parse(kiosk.advance("P30D").path("now").asText());

        assertThat(after)
                .isBetween(
                        before.plus(Duration.ofDays(30)),
                        before.plus(Duration.ofDays(30)).plusSeconds(60));
    }

    @Test
    void real_time_drives_the_same_queue() {
        kiosk.later("PT0.03S", "note", "{\"text\": \"soon\"}");

        await().untilAsserted(() -> assertThat(kiosk.diary()).containsExactly("soon"));
    }

    @Test
    void what_fails_changes_nothing_and_holds_up_nothing() {
        kiosk.later("PT1H", "fail", "{}");
        kiosk.later("PT1H", "unheard of", "{}");
        kiosk.later("PT2H", "note", "{\"text\": \"after\"}");

        kiosk.advance("PT3H");

        assertThat(kiosk.diary()).containsExactly("after");
        assertThat(kiosk.get("/__treaty/state").path("due")).isEmpty();
    }

    @Test
    void deliveries_are_over_when_the_clock_was_advanced() {
        try (var reader = new Reader(DueRunnerTest::linger)) {
            kiosk.later("PT1H", "tell", reader.news("morning", "a"));
            kiosk.later("PT2H", "tell", reader.news("noon", "b"));

            kiosk.advance("PT2H");

            assertThat(reader.read()).containsExactly("morning", "noon");
            assertThat(kiosk.diary()).containsExactly("morning DELIVERED morning", "noon DELIVERED noon");
        }
    }

    @Test
    void a_delivery_is_made_at_once_without_anyone_advancing_the_clock() {
        try (var reader = new Reader()) {
            kiosk.post("/news", reader.news("extra", "a"));

            await().untilAsserted(() -> assertThat(kiosk.diary()).containsExactly("extra DELIVERED extra"));
        }
    }

    @Test
    void retries_follow_the_clock_at_exact_intervals() {
        try (var reader = new Reader(DueRunnerTest::linger)) {
            reader.respondWith(500);
            kiosk.later("PT1H", "tell", reader.news("rumour", "a"));

            kiosk.advance("PT2H");
            assertThat(reader.read()).hasSize(2);

            kiosk.advance("PT1H");
            assertThat(kiosk.diary()).containsExactly("rumour FAILED rumour");
            var attempts = delivery().path("attempts");
            assertThat(Duration.between(
                            Instant.parse(attempts.path(0).path("at").asText()),
                            Instant.parse(attempts.path(2).path("at").asText())))
                    .isEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void deliveries_of_one_channel_are_made_one_after_the_other() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var reader = new Reader(() -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            linger();
            atOnce.decrementAndGet();
        })) {
            var texts = IntStream.range(0, 12).mapToObj(Integer::toString).toList();
            texts.forEach(text -> kiosk.post("/news", reader.news(text, "same")));

            kiosk.advance("PT0S");

            assertThat(reader.read()).containsExactlyElementsOf(texts);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void deliveries_of_several_channels_are_made_at_once() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var reader = new Reader(() -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            await().until(() -> most.get() > 1);
            atOnce.decrementAndGet();
        })) {
            kiosk.post("/news", reader.news("one", "a"));
            kiosk.post("/news", reader.news("two", "b"));

            await().untilAsserted(() -> assertThat(reader.read()).containsExactlyInAnyOrder("one", "two"));
        }
    }

    @Test
    void hundreds_of_deliveries_at_once_are_all_made() {
        try (var reader = new Reader()) {
            IntStream.range(0, 300)
                    .forEach(number -> kiosk.later("PT1H", "tell", reader.news("n" + number, "channel " + number)));

            kiosk.advance("PT1H");

            assertThat(reader.read()).hasSize(300).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_delivery_that_cannot_be_signed_fails_and_holds_up_nothing() {
        try (var reader = new Reader()) {
            kiosk.post("/news", reader.news("unsigned", "a").replace("{", "{\"purpose\": \"unsigned\", "));
            kiosk.post("/news", reader.news("signed", "a"));

            kiosk.advance("PT0S");

            assertThat(reader.read()).containsExactly("signed");
            assertThat(kiosk.get("/__treaty/webhooks").path("deliveries").findValuesAsText("status"))
                    .contains("failed");
        }
    }

    @Test
    void a_delivery_is_made_once_although_what_follows_it_fails() {
        try (var reader = new Reader()) {
            kiosk.post("/news", reader.news("unread", "a").replace("{", "{\"purpose\": \"unread\", "));

            kiosk.advance("P1D");

            assertThat(reader.read()).containsExactly("unread");
            assertThat(delivery().path("status").asText()).isEqualTo("delivered");
        }
    }

    @Test
    void an_application_may_use_the_vendor_while_it_gets_a_delivery() {
        try (var reader = new Reader(() -> kiosk.post("/orders", "{}"))) {
            kiosk.later("PT1H", "tell", reader.news("order now", "a"));

            kiosk.advance("PT1H");

            assertThat(kiosk.get("/orders").path("orders")).hasSize(1);
        }
    }

    @Test
    void an_application_may_advance_the_clock_while_it_gets_a_delivery_because_somebody_advances_it() {
        var took = new AtomicReference<Duration>();
        try (var reader = new Reader(() -> {
            var start = System.nanoTime();
            kiosk.advance("PT3H");
            took.set(Duration.ofNanos(System.nanoTime() - start));
        })) {
            var before = Instant.parse(kiosk.get("/__treaty/clock").path("now").asText());
            kiosk.later("PT1H", "tell", reader.news("sooner", "a"));
            kiosk.later("PT3H", "note", "{\"text\": \"later\"}");

            kiosk.advance("PT1H");

            assertThat(kiosk.diary()).containsExactly("later", "sooner DELIVERED sooner");
            assertThat(Instant.parse(kiosk.get("/__treaty/clock").path("now").asText()))
                    .isAfterOrEqualTo(before.plus(Duration.ofHours(4)));
            assertThat(took.get()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void an_application_may_reset_the_account_while_it_gets_a_delivery() {
        try (var reader = new Reader(() -> kiosk.post("/__treaty/reset", ""))) {
            kiosk.later("PT1H", "tell", reader.news("over", "a"));
            kiosk.later("PT2H", "note", "{\"text\": \"never\"}");

            kiosk.advance("PT3H");

            assertThat(reader.read()).containsExactly("over");
            assertThat(kiosk.entries()).isEmpty();
        }
    }

    @Test
    void a_reset_forgets_what_is_due_and_what_is_under_way() {
        try (var reader = new Reader(DueRunnerTest::linger)) {
            kiosk.later("PT1H", "note", "{\"text\": \"never\"}");
            kiosk.post("/news", reader.news("old", "a"));
            await().until(() ->
                    !reader.read().isEmpty() || delivery().path("status").isTextual());

            kiosk.post("/__treaty/reset", "");
            kiosk.advance("P1D");

            assertThat(kiosk.entries()).isEmpty();
            assertThat(kiosk.get("/__treaty/webhooks").path("deliveries")).isEmpty();
        }
    }

    @Test
    void deliveries_of_real_time_are_waited_for_although_it_takes_its_time() throws Exception {
        var hasAdvanced = new CountDownLatch(1);
        try (var reader = new Reader(() -> {
            await().until(() -> kiosk.diary().size() == 6);
            awaitBriefly(hasAdvanced);
        })) {
            kiosk.post("/news", reader.news("slow", "a"));
            IntStream.range(0, 6).forEach(pause -> kiosk.later("PT0.05S", "pause", "{}"));
            Kiosk.PAUSED.acquire();

            kiosk.advance("PT0S");
            hasAdvanced.countDown();

            assertThat(kiosk.diary()).hasSize(7).endsWith("slow DELIVERED slow");
        }
    }

    /** Whoever does not wait for the delivery goes on before this is over. */
    private static void awaitBriefly(CountDownLatch latch) {
        try {
            var unused = latch.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void two_who_advance_the_same_clock_do_it_one_after_the_other() {
        kiosk.later("PT1H", "note", "{\"text\": \"once\"}");
        var before = Instant.parse(kiosk.get("/__treaty/clock").path("now").asText());

        List.of("PT1H", "PT1H").parallelStream().forEach(kiosk::advance);

        assertThat(kiosk.diary()).containsExactly("once");
        assertThat(Instant.parse(kiosk.get("/__treaty/clock").path("now").asText()))
                .isAfterOrEqualTo(before.plus(Duration.ofHours(2)));
    }

    private JsonNode delivery() {
        return kiosk.get("/__treaty/webhooks").path("deliveries").path(0);
    }

    /** Long enough for a mistake in waiting to show. */
    private static void linger() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
