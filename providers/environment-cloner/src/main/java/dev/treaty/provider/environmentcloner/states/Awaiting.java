package dev.treaty.provider.environmentcloner.states;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what others bring about. */
final class Awaiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Awaiting() {}

    /**
     * The first value that is there.
     *
     * @param what is waited for, for the error
     */
    static <T> T value(String what, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var value = look.get();
            if (value.isPresent()) {
                return value.get();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new IllegalStateException("after %s there was still no %s".formatted(PATIENCE, what));
    }
}
