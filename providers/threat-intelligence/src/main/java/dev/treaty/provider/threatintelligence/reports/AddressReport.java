package dev.treaty.provider.threatintelligence.reports;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.util.List;

/**
 * A report of an address.
 *
 * @param categories AbuseIPDB's numbers
 * @param comment published by AbuseIPDB
 */
public record AddressReport(IpAddress address, List<Integer> categories, String comment) {

    /** Copies the categories. */
    public AddressReport {
        categories = List.copyOf(categories);
    }
}
