/** What differs between two versions of a contract, as a person reads it. */
@NullMarked
package dev.treaty.pacts.difference;

import org.jspecify.annotations.NullMarked;
