package dev.treaty.consumer.securitydesk;

import java.util.List;

/**
 * A report of an address.
 *
 * @param categories AbuseIPDB's numbers, 1 to 23
 * @param comment 10 to 500 characters; it is published
 */
public record NewReport(String ip, List<Integer> categories, String comment) {

    /** Copies the categories. */
    public NewReport {
        categories = List.copyOf(categories);
    }
}
