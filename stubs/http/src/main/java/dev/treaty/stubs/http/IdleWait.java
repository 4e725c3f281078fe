package dev.treaty.stubs.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Waits for a moment at which a server has nothing to do.
 *
 * @param requests how many have been completed so far
 * @param stopped at zero when the server has stopped
 */
record IdleWait(LongSupplier requests, CountDownLatch stopped) {

    /**
     * Waits until no request was completed for a while.
     *
     * @param atMost after which time to go on although there are requests
     * @return false if the server was stopped meanwhile
     */
    boolean await(Duration idle, Duration atMost) throws InterruptedException {
        var start = System.nanoTime();
        long before;
        do {
            before = requests.getAsLong();
            if (stopped.await(idle.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        } while (requests.getAsLong() != before && System.nanoTime() - start < atMost.toNanos());
        return true;
    }
}
