/**
 * What the customer synchronization needs from Airtable: customers in a table, and what people change there.
 *
 * <p>Its tests record the contract {@code pacts/customer-sync-airtable.json}.
 */
@NullMarked
package dev.treaty.consumer.customersync;

import org.jspecify.annotations.NullMarked;
