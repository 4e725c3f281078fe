package dev.treaty.consumer.customersync;

import java.util.List;

/**
 * What an upsert has done.
 *
 * @param customers all of them, as they are now, in the order in which they were sent
 * @param created the ids of those that were not there before
 * @param updated the ids of those that were
 */
public record UpsertResult(List<Customer> customers, List<String> created, List<String> updated) {

    /** Keeps copies of the lists. */
    public UpsertResult {
        customers = List.copyOf(customers);
        created = List.copyOf(created);
        updated = List.copyOf(updated);
    }
}
