/**
 * How route planning calls Mapbox: the access token, which is part of each URL and never shown, and what can go wrong with any call ({@link
 * dev.treaty.consumer.routeplanning.connection.MapboxException}).
 */
@NullMarked
package dev.treaty.consumer.routeplanning.connection;

import org.jspecify.annotations.NullMarked;
