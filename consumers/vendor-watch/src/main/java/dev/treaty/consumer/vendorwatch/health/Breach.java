package dev.treaty.consumer.vendorwatch.health;

/**
 * A threshold that a vendor does not keep.
 *
 * @param threshold of success and errors in percent, of the response time in milliseconds
 * @param measured in the same unit
 */
public record Breach(Measure measure, double threshold, double measured) {

    /** What is measured. */
    public enum Measure {
        /** The share of calls that were answered. */
        SUCCESS,
        /** The share of calls that failed. */
        ERRORS,
        /** The time to respond. */
        RESPONSE
    }
}
