package dev.treaty.stubs.twilio.conference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.provider.StateMemory;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.request.FormParameters;
import dev.treaty.stubs.vendor.store.WorldStore;
import dev.treaty.stubs.vendor.store.WorldStores;
import dev.treaty.stubs.vendor.world.OldestObjects;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConferenceCallbacksTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final ConferenceTerms TERMS = new ConferenceTerms(
            false,
            true,
            false,
            2,
            Optional.empty(),
            Optional.empty(),
            Optional.of("http://127.0.0.1/events"),
            "POST",
            List.of("start", "join"));

    private final WorldStore store =
            WorldStores.open(Optional.empty(), StateMemory.shareOfHeap(), OldestObjects::forget);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_follows_from_late_twiml_of_an_earlier_call_is_told_after_what_was_told_before() {
        join("CA2", NOON.plusSeconds(5));
        join("CA1", NOON);

        assertThat(told("SequenceNumber")).containsExactly("1", "2", "3");
        assertThat(told("CallSid")).containsExactly("CA2", "CA1", "");
        assertThat(told("Timestamp")).containsOnly("Mon, 30 Nov 2026 12:00:05 +0000");
    }

    private void join(String call, Instant time) {
        store.inWorld("twilio-1", records -> {
            var world = new World("twilio-1", records, NOON);
            world.setTime(time);
            var conference = Conferences.join(world, "AC1", "Room", call, TERMS);
            world.complete();
            return conference.orElseThrow();
        });
    }

    /** A field of each request, in the order in which they are sent. */
    private List<String> told(String field) {
        return store.inWorld("twilio-1", records -> {
            var world = new World("twilio-1", records, NOON.plus(Duration.ofMinutes(1)));
            var deliveries = Deliveries.of(world);
            return world.due().all().stream()
                    .flatMap(item -> deliveries.find(item).stream())
                    .map(delivery -> FormParameters.parse(delivery.body())
                            .getOrDefault(field, List.of(""))
                            .get(0))
                    .toList();
        });
    }
}
