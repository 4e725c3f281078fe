package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeapWatchTest {

    private static final int MOST = 1_000_000;
    private static final int FULL = 950_000;
    private static final int SECOND = 1_000;

    private final List<OutOfMemoryError> ends = new ArrayList<>();
    private final FakeHeap heap = new FakeHeap();
    private final HeapWatch watch = new HeapWatch(heap, ends::add);

    @Test
    void a_full_heap_that_is_collected_all_the_time_is_used_up() {
        heap.used = FULL;
        turn(0);
        turns(HeapWatch.TURNS - 1, 950);
        assertThat(ends).isEmpty();

        turn(950);

        assertThat(ends).hasSize(1);
    }

    @Test
    void a_pause_starts_the_count_anew() {
        heap.used = FULL;
        turns(HeapWatch.TURNS, 950);

        turn(500);
        turns(HeapWatch.TURNS - 1, 950);

        assertThat(ends).isEmpty();
    }

    @Test
    void a_heap_with_room_is_not_used_up_however_long_it_is_collected() {
        heap.used = FULL;
        turns(HeapWatch.TURNS, 950);

        heap.used = MOST / 2;
        turn(950);
        heap.used = FULL;
        turns(HeapWatch.TURNS, 950);

        assertThat(ends).isEmpty();
    }

    /** The watch itself stood still in the meantime. */
    @Test
    void one_long_collection_counts_once() {
        heap.used = FULL;
        turn(0);
        heap.millis += 60 * SECOND;
        heap.collected += 60 * SECOND;
        watch.turn();

        assertThat(ends).isEmpty();
    }

    @Test
    void a_heap_without_room_for_an_answer_is_used_up() {
        heap.used = FULL;
        heap.largest = MOST / 128 - 1;

        turn(0);

        assertThat(ends).hasSize(1);
    }

    private void turns(int number, int collected) {
        for (var i = 0; i < number; i++) {
            turn(collected);
        }
    }

    /** @param collected milliseconds of the second */
    private void turn(int collected) {
        heap.millis += SECOND;
        heap.collected += collected;
        watch.turn();
    }

    private static final class FakeHeap implements HeapWatch.Heap {

        private long used;
        private long millis;
        private long collected;
        private int largest = MOST;

        @Override
        public long most() {
            return MOST;
        }

        @Override
        public long used() {
            return used;
        }

        @Override
        public long clock() {
            return TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public long collecting() {
            return collected;
        }

        @Override
        public void need(int bytes) {
            if (bytes > largest) {
                throw new OutOfMemoryError();
            }
        }
    }
}
