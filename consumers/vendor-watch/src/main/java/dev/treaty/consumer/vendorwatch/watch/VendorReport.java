package dev.treaty.consumer.vendorwatch.watch;

import dev.treaty.consumer.vendorwatch.health.Health;
import dev.treaty.consumer.vendorwatch.health.Status;
import dev.treaty.consumer.vendorwatch.health.Window;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import java.util.Optional;

/**
 * A vendor after a round.
 *
 * @param last the newest call; empty if there was none yet
 * @param degraded whether it does not keep a threshold
 * @param keyDaysLeft until its key has to be replaced; negative if it is overdue; empty if nobody said when
 * @param keyIsDue whether that is soon
 * @param costAlert the highest share of the budget that is worth an alert and reached, in percent
 */
public record VendorReport(
        String vendor,
        Health health,
        Window window,
        Optional<ProbeResult> last,
        boolean degraded,
        Optional<Long> keyDaysLeft,
        boolean keyIsDue,
        Spending spending,
        Optional<Integer> costAlert) {

    /** Whether nobody has to do anything. */
    public boolean isInOrder() {
        return health.status() == Status.UP && !degraded && !keyIsDue && costAlert.isEmpty();
    }
}
