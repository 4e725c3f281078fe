/** Compares what a provider did with what its contract expects, and reports the differences. */
@NullMarked
package dev.treaty.provider.verification.comparison;

import org.jspecify.annotations.NullMarked;
