/** Provider states of the contracts, brought about in an account. */
@NullMarked
package dev.treaty.stubs.stripe.state;

import org.jspecify.annotations.NullMarked;
