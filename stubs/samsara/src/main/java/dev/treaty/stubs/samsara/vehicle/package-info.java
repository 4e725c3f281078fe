/** Vehicles, how they move, and what they measure. */
@NullMarked
package dev.treaty.stubs.samsara.vehicle;

import org.jspecify.annotations.NullMarked;
