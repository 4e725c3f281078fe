/** Where contracts come from, and which of their interactions are verified. */
@NullMarked
package dev.treaty.provider.verification.contracts;

import org.jspecify.annotations.NullMarked;
