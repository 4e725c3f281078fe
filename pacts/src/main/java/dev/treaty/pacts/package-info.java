/** The contracts, and the rules of a contract file. */
@NullMarked
package dev.treaty.pacts;

import org.jspecify.annotations.NullMarked;
