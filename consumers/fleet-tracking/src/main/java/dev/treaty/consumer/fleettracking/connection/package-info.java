/**
 * How Samsara is called: one request and its reply, pages, external IDs, and what can go wrong with any call
 * ({@link dev.treaty.consumer.fleettracking.connection.SamsaraException}).
 */
@NullMarked
package dev.treaty.consumer.fleettracking.connection;

import org.jspecify.annotations.NullMarked;
