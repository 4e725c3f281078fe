package dev.treaty.consumer.vendorwatch.health;

import java.time.Duration;

/**
 * When a vendor is degraded.
 *
 * @param success the least share of calls that are answered, in percent
 * @param errors the largest share of calls that fail, in percent
 * @param response the longest time in which 95 of 100 calls are answered
 * @param window how many of the last calls are looked at
 * @param least how many calls it takes to judge a vendor: one failure is not an outage
 */
public record Thresholds(double success, double errors, Duration response, int window, int least) {

    /** 95 %, 5 %, 2 s, of the last 20 calls, from 5 calls on. */
    public static final Thresholds USUAL = new Thresholds(95, 5, Duration.ofSeconds(2), 20, 5);
}
