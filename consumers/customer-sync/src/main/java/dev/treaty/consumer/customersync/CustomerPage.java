package dev.treaty.consumer.customersync;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the next page begins, opaque; empty on the last page
 */
public record CustomerPage(List<Customer> customers, Optional<String> next) {

    /** Keeps a copy of the list. */
    public CustomerPage {
        customers = List.copyOf(customers);
    }

    /** A page as Airtable sends it. */
    record OnWire(List<Customer.OnWire> records, Optional<String> offset) {

        CustomerPage toPage() {
            return new CustomerPage(
                    records.stream().map(Customer.OnWire::toCustomer).toList(), offset);
        }
    }
}
