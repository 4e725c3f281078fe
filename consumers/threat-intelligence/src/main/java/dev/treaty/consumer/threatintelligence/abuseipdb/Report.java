package dev.treaty.consumer.threatintelligence.abuseipdb;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.util.List;

/**
 * A report of an address.
 *
 * @param categories AbuseIPDB's numbers, e.g. 18 (brute force) and 22 (SSH); at least one
 * @param comment at most 1,024 characters. It is published: no names, no addresses of one's own, no lines of a log
 */
public record Report(IpAddress address, List<Integer> categories, String comment) {

    private static final int LONGEST_COMMENT = 1_024;

    /**
     * Copies the categories.
     *
     * @throws IllegalArgumentException if there is no category, or if the comment is too long
     */
    public Report {
        categories = List.copyOf(categories);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("a report needs a category");
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException(
                    "a comment may have 1,024 characters, and this one has " + comment.length());
        }
    }
}
