package dev.treaty.stubs.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.provider.StateMemory;
import dev.treaty.stubs.vendor.store.WorldStore;
import dev.treaty.stubs.vendor.store.WorldStores;
import dev.treaty.stubs.vendor.world.OldestObjects;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class VendorReplayTest {

    private static final ProviderReplay KIOSK = VendorReplay.open(new Kiosk(), ReplaySettings.DEFAULT);

    private final KioskClient kiosk = KioskClient.of(KIOSK);

    @AfterAll
    static void close() {
        KIOSK.close();
    }

    @Test
    void accounts_do_not_see_each_other() {
        kiosk.post("/orders", "{}");

        assertThat(KioskClient.of(KIOSK).get("/orders").path("orders")).isEmpty();
        assertThat(kiosk.get("/orders").path("orders")).hasSize(1);
    }

    @Test
    void requests_of_one_account_are_answered_one_after_the_other() {
        IntStream.range(0, 200).parallel().forEach(number -> kiosk.post("/orders", "{}"));

        assertThat(kiosk.get("/orders").path("orders")).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void a_refused_request_changes_nothing_unless_it_says_so() {
        assertThat(KioskClient.status(kiosk.answer("POST", "/orders/refused", "{}")))
                .isEqualTo(402);
        assertThat(kiosk.get("/orders").path("orders")).isEmpty();

        assertThat(KioskClient.status(kiosk.answer("POST", "/orders/refused?keep", "{}")))
                .isEqualTo(402);
        assertThat(kiosk.get("/orders").path("orders")).hasSize(1);
    }

    @Test
    void what_a_request_leaves_to_be_done_at_once_is_done_before_the_next_request() {
        for (var number = 1; number <= 20; number++) {
            kiosk.later("PT0S", "note", "{\"text\": \"%d\"}".formatted(number));

            assertThat(kiosk.entries()).hasSize(number);
        }
    }

    @Test
    void an_id_that_nobody_has_created_may_be_a_contracts() {
        assertThat(kiosk.answer("GET", "/orders/o42", ""))
                .isInstanceOfSatisfying(ReplayResult.UnknownId.class, unknown -> {
                    assertThat(unknown.id()).isEqualTo("o42");
                    assertThat(unknown.response().status()).isEqualTo(404);
                });
    }

    @Test
    void what_fails_is_an_error_in_the_vendors_shape() {
        var result = kiosk.answer("GET", "/broken", "");

        assertThat(KioskClient.status(result)).isEqualTo(500);
        assertThat(KioskClient.body(result).path("refusal").asText())
                .isEqualTo("Its log says why; the request is not to blame.");
        assertThat(kiosk.get("/orders").path("orders")).isEmpty();
    }

    @Test
    void a_client_is_told_that_its_oldest_objects_were_forgotten() {
        var settings = new ReplaySettings(Optional.empty(), Map.of(), Set.of(), new StateMemory(1 << 20));
        try (var small = VendorReplay.open(new Kiosk(), settings)) {
            var client = KioskClient.of(small);
            var told = IntStream.range(0, 40)
                    .mapToObj(number ->
                            client.answer("POST", "/orders", "{\"note\": \"%s\"}".formatted("x".repeat(50_000))))
                    .flatMap(result -> ((ReplayResult.Answered) result)
                            .response().headers().getOrDefault("Treaty-Forgotten", List.of()).stream())
                    .toList();

            assertThat(told).isNotEmpty().allMatch(header -> header.matches("order: \\d+"));
            var state = client.get("/__treaty/state");
            assertThat(state.at("/objects/order").asInt()
                            + state.at("/forgotten/order").asInt())
                    .isEqualTo(40);
            assertThat(state.at("/memory/limit").asInt()).isEqualTo(1 << 20);
            assertThat(state.at("/memory/account").asInt()).isBetween(1 << 19, 1 << 20);
        }
    }

    private static WorldStore memoryStore() {
        return WorldStores.open(Optional.empty(), StateMemory.shareOfHeap(), OldestObjects::forget);
    }

    @Test
    void the_name_of_a_world_tells_nothing_about_its_credentials_and_leads_to_the_same_world() {
        var worlds = new Worlds("kiosk", memoryStore(), InstantSource.system());
        var name = worlds.nameOf("sk_test_secret");

        assertThat(name).matches("kiosk-[0-9a-f]{16}").doesNotContain("secret");
        assertThat(worlds.nameOf(name)).isEqualTo(name);
        assertThat(worlds.nameOf("kiosk-" + "0".repeat(17))).isNotEqualTo("kiosk-" + "0".repeat(17));
    }
}
