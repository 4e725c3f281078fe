/**
 * Takes the figures of one run. Servers take turns, so that whatever disturbs the machine disturbs all of them.
 */
@NullMarked
package dev.treaty.stubs.bench.measurement;

import org.jspecify.annotations.NullMarked;
