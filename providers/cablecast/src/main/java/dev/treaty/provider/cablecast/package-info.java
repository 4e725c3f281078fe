/** Verifies that Cablecast, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.cablecast;

import org.jspecify.annotations.NullMarked;
