package dev.treaty.stubs.vendor.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueQueueTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant NEVER = NOON.plus(Duration.ofDays(1));

    private final CountingRecords records = new CountingRecords();
    private World world = at(NOON);

    @Test
    void what_is_due_first_is_taken_first() {
        schedule(2, "second");
        schedule(1, "first");
        world.due().scheduleOutside(NOON.plusSeconds(3), "third", "channel", Json.object());
        schedule(3, "fourth");

        assertThat(takeAll(NOON.plusSeconds(2))).containsExactly("first", "second");
        assertThat(takeAll(NEVER)).containsExactly("third", "fourth");
    }

    @Test
    void the_clock_shows_the_time_of_what_was_taken() {
        schedule(60, "later");

        world.due().take(NEVER, LEASE);

        assertThat(world.now()).isEqualTo(NOON.plusSeconds(60));
        assertThat(at(NOON.plusSeconds(1)).now()).isEqualTo(NOON.plusSeconds(61));
    }

    @Test
    void what_was_canceled_is_not_taken() {
        var handle = schedule(1, "canceled");
        var outside = world.due().scheduleOutside(NOON, "canceled, too", "channel", Json.object());
        world.due().cancel(handle);
        world.due().cancel(handle);
        world.due().cancel(outside);

        assertThat(takeAll(NEVER)).isEmpty();
        assertThat(world.due().all()).isEmpty();
        world.complete();
        assertThat(records.dueAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void one_of_a_channel_is_under_way_at_a_time() {
        world.due().scheduleOutside(NOON, "a1", "a", Json.object());
        world.due().scheduleOutside(NOON, "a2", "a", Json.object());
        world.due().scheduleOutside(NOON, "b1", "b", Json.object());

        var first = world.due().take(NEVER, LEASE).orElseThrow();
        assertThat(first.action()).isEqualTo("a1");
        assertThat(takeAll(NEVER)).containsExactly("b1");
        assertThat(world.due().isUnderWay()).isTrue();

        assertThat(world.due().end(first)).isTrue();
        assertThat(takeAll(NEVER)).containsExactly("a2");
    }

    @Test
    void an_earlier_one_of_a_channel_overtakes_those_that_wait() {
        world.due().scheduleOutside(NOON.plusSeconds(2), "retry", "a", Json.object());
        world.due().scheduleOutside(NOON.plusSeconds(1), "new", "a", Json.object());

        var first = world.due().take(NEVER, LEASE).orElseThrow();
        world.due().end(first);

        assertThat(first.action()).isEqualTo("new");
        assertThat(takeAll(NEVER)).containsExactly("retry");
    }

    @Test
    void what_is_under_way_for_too_long_is_taken_again_and_its_first_end_does_not_count() {
        world.due().scheduleOutside(NOON, "call", "a", Json.object());
        var lost = world.due().take(NEVER, LEASE).orElseThrow();
        world.complete();
        assertThat(records.dueAt()).isEqualTo(NOON.plus(LEASE).toEpochMilli());

        world = at(NOON.plus(LEASE));
        assertThat(world.due().isUnderWay()).isFalse();
        var again = world.due().take(NEVER, LEASE).orElseThrow();

        assertThat(again.action()).isEqualTo("call");
        assertThat(world.due().end(lost)).isFalse();
        assertThat(world.due().end(again)).isTrue();
        assertThat(world.due().all()).isEmpty();
    }

    @Test
    void only_so_many_are_under_way_at_once() {
        IntStream.range(0, 100).forEach(n -> world.due().scheduleOutside(NOON, "call", "channel" + n, Json.object()));
        schedule(1, "action");

        assertThat(takeAll(NEVER)).hasSize(Channels.MOST_UNDER_WAY + 1).endsWith("action");
    }

    @Test
    void the_store_learns_when_to_look_at_the_world_next() {
        schedule(60, "later");
        world.complete();
        assertThat(records.dueAt()).isEqualTo(NOON.plusSeconds(60).toEpochMilli());

        world = at(NOON);
        world.advanceTo(NOON.plusSeconds(50));
        world.complete();
        assertThat(records.dueAt()).isEqualTo(NOON.plusSeconds(10).toEpochMilli());
    }

    @Test
    void each_operation_costs_the_same_however_much_is_due() {
        fill(3);
        var few = costs();
        fill(5_000);

        assertThat(costs()).isEqualTo(few);
    }

    private void fill(int number) {
        IntStream.range(0, number).forEach(n -> {
            schedule(1_000 + n, "action");
            world.due().scheduleOutside(NOON.plusSeconds(1_000 + n), "call", "channel" + n % 50, Json.object());
        });
        world.complete();
    }

    /** How many operations it costs to schedule, to take, to end, and to find out what is next. */
    private List<Long> costs() {
        world = at(NOON);
        records.takeOperations();
        schedule(0, "now");
        world.due().scheduleOutside(NOON, "call", "a", Json.object());
        var schedule = records.takeOperations();
        world.due().take(NOON, LEASE);
        var call = world.due().take(NOON, LEASE).orElseThrow();
        var take = records.takeOperations();
        world.due().end(call);
        var end = records.takeOperations();
        world.complete();
        return List.of(schedule, take, end, records.takeOperations());
    }

    private World at(Instant realNow) {
        return new World("kiosk-1", records, realNow);
    }

    private String schedule(int seconds, String action) {
        return world.due().schedule(NOON.plusSeconds(seconds), action, Json.object());
    }

    private List<String> takeAll(Instant until) {
        var taken = new ArrayList<String>();
        world.due().take(until, LEASE).ifPresent(item -> {
            taken.add(item.action());
            taken.addAll(takeAll(until));
        });
        return taken;
    }
}
