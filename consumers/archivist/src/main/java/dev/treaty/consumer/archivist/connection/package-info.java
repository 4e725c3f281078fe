/**
 * How the archive calls Cablecast: one request and its response, pages, credentials, and what can go wrong with any call
 * ({@link dev.treaty.consumer.archivist.connection.CablecastException}).
 */
@NullMarked
package dev.treaty.consumer.archivist.connection;

import org.jspecify.annotations.NullMarked;
