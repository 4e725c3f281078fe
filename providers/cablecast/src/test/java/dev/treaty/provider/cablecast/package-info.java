/** Holds Cablecast, or its replay, to its contract. */
@NullMarked
package dev.treaty.provider.cablecast;

import org.jspecify.annotations.NullMarked;
