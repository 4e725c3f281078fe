/** Compares the interactions of a contract with a vendor's document. */
@NullMarked
package dev.treaty.pacts.conformance.check;

import org.jspecify.annotations.NullMarked;
