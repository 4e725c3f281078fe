/** The routes: planned, followed, and how far they are. */
@NullMarked
package dev.treaty.consumer.fleettracking.route;

import org.jspecify.annotations.NullMarked;
