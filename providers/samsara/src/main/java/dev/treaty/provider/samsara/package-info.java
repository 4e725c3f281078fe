/** Verifies that Samsara, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.samsara;

import org.jspecify.annotations.NullMarked;
