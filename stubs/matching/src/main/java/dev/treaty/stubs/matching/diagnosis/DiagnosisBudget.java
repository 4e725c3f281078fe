package dev.treaty.stubs.matching.diagnosis;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How much of the processor the explanation of one request may take: a client that asks for what no contract has must not slow others
 * down. Measured by the thread's own time, so that a busy machine does not change what a report says.
 */
final class DiagnosisBudget {

    /** The time in which the nearest interactions are compared with the request. */
    static final Duration LONGEST = Duration.ofMillis(200);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end = now() + LONGEST.toNanos();

    boolean isSpent() {
        return now() - end > 0;
    }

    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
