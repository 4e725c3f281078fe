/** Verifies that an instance of MISP, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.misp;

import org.jspecify.annotations.NullMarked;
