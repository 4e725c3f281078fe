package dev.treaty.stubs.server;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the heap is used up although nobody says so: libraries catch the error of a thread that found no memory and go on, and
 * Java's serial and G1 collectors clear a heap that is nearly full again and again, while the server answers ever more slowly. The parallel
 * collector alone ends that by itself ({@code -XX:+UseGCOverheadLimit}), with nearly these limits.
 */
final class HeapWatch {

    private static final Duration TURN = Duration.ofSeconds(1);

    /** So many turns in a row are not a passing load. */
    static final int TURNS = 10;

    /** Of the heap; below that, a turn costs nothing. */
    private static final double FULL = 0.9;

    /** Of the time; what is left to the server then is next to nothing. */
    private static final double BUSY = 0.9;

    /** A server that cannot have such a part of the heap cannot answer either. */
    private static final int PARTS = 128;

    private final Heap heap;
    private final Consumer<OutOfMemoryError> exhausted;
    private long clock;
    private long collecting;
    private int busyTurns;

    /** @param exhausted learns that the heap is used up */
    HeapWatch(Heap heap, Consumer<OutOfMemoryError> exhausted) {
        this.heap = heap;
        this.exhausted = exhausted;
    }

    /** What is known about the heap; nothing of it takes memory when it is asked. */
    interface Heap {

        /** Bytes that the heap may have. */
        long most();

        /** Bytes in use, garbage included. */
        long used();

        /** Nanoseconds since any moment. */
        long clock();

        /** Milliseconds that collections have taken since the start. */
        long collecting();

        /** Needs so many bytes for a moment. */
        void need(int bytes);
    }

    /** Ends the process when its heap is used up. */
    static void start() {
        var watch = new HeapWatch(new JvmHeap(), OutOfMemoryExit::end);
        var thread = new Thread(watch::watch, "heap-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (true) {
            LockSupport.parkNanos(TURN.toNanos());
            turn();
        }
    }

    /** Looks at the heap once. */
    void turn() {
        if (heap.used() < FULL * heap.most()) {
            busyTurns = 0;
            clock = 0;
            return;
        }
        try {
            heap.need((int) Math.min(Integer.MAX_VALUE, heap.most() / PARTS));
        } catch (OutOfMemoryError e) {
            exhausted.accept(e);
            return;
        }
        busyTurns = isBusy() ? busyTurns + 1 : 0;
        if (busyTurns == TURNS) {
            exhausted.accept(new OutOfMemoryError("Garbage is collected nearly all of the time"));
        }
    }

    /** Whether collections took nearly all of the time since the last turn. */
    private boolean isBusy() {
        var now = heap.clock();
        var collected = heap.collecting();
        var isBusy = clock != 0 && Duration.ofMillis(collected - collecting).toNanos() > BUSY * (double) (now - clock);
        clock = now;
        collecting = collected;
        return isBusy;
    }

    private static final class JvmHeap implements Heap {

        /** The collections of Z and Shenandoah run beside the server, and their cycles say nothing about what is left to it. */
        private static final String CONCURRENT = "Cycles";

        private static final byte[] NOTHING = new byte[0];

        private final Runtime runtime = Runtime.getRuntime();
        private @Nullable List<GarbageCollectorMXBean> collectors;
        private volatile byte[] needed = NOTHING;

        @Override
        public long most() {
            return runtime.maxMemory();
        }

        @Override
        public long used() {
            return runtime.totalMemory() - runtime.freeMemory();
        }

        @Override
        public long clock() {
            return System.nanoTime();
        }

        @Override
        public long collecting() {
            if (collectors == null) { // takes time and memory that few servers ever need
                collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .filter(collector -> !collector.getName().endsWith(CONCURRENT))
                        .toList();
            }
            long millis = 0;
            for (var i = 0; i < collectors.size(); i++) { // without an iterator
                millis += collectors.get(i).getCollectionTime();
            }
            return millis;
        }

        @Override
        public void need(int bytes) {
            needed = new byte[bytes]; // a field, or the compiler would leave it out
            if (needed.length > 0) {
                needed = NOTHING;
            }
        }
    }
}
