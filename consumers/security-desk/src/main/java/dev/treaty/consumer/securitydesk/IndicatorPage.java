package dev.treaty.consumer.securitydesk;

import java.time.Instant;
import java.util.List;

/**
 * A part of the list of addresses that are to be watched or blocked.
 *
 * @param next where to continue, now or later; nothing is missed in between
 * @param isLast whether there is nothing more for now
 */
public record IndicatorPage(List<Indicator> items, String next, boolean isLast) {

    /** Copies the items. */
    public IndicatorPage {
        items = List.copyOf(items);
    }

    /**
     * An address.
     *
     * @param risk 0 to 100
     */
    public record Indicator(String ip, Verdict verdict, int risk, Instant judgedAt) {}
}
