package dev.treaty.consumer.threatintelligence.abuseipdb;

import dev.treaty.consumer.http.RetryAfter;

/** What came of a report. */
public sealed interface ReportResult {

    /**
     * AbuseIPDB has it.
     *
     * @param score of the address, with this report
     */
    record Accepted(int score) implements ReportResult {}

    /** The same address was reported in the last 15 minutes, or the day's reports are used up. */
    record NotNow(RetryAfter retryAfter) implements ReportResult {}
}
