/**
 * How the customer synchronization calls Airtable: the access token, the pause after too many requests, and what can go wrong with any call
 * ({@link dev.treaty.consumer.customersync.connection.AirtableException}).
 */
@NullMarked
package dev.treaty.consumer.customersync.connection;

import org.jspecify.annotations.NullMarked;
