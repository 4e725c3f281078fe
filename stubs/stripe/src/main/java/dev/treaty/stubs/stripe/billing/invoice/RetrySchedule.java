package dev.treaty.stubs.stripe.billing.invoice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a failed payment of an invoice is tried again. Stripe's Smart Retries choose the times by what they learned; here they are those of
 * a custom schedule of Stripe's dashboard: after 3, then 5, then 7 days.
 *
 * @see <a href="https://docs.stripe.com/billing/revenue-recovery/smart-retries">Stripe, automate payment retries</a>
 */
final class RetrySchedule {

    private static final List<Duration> AFTER = List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

    private RetrySchedule() {}

    /**
     * How long to wait for the next attempt; empty if there is none.
     *
     * @param attempts how many attempts have failed, at least 1
     */
    static Optional<Duration> after(int attempts) {
        return attempts <= AFTER.size() ? Optional.of(AFTER.get(attempts - 1)) : Optional.empty();
    }
}
