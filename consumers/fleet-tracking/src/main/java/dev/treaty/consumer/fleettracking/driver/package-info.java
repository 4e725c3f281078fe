/** The drivers. */
@NullMarked
package dev.treaty.consumer.fleettracking.driver;

import org.jspecify.annotations.NullMarked;
