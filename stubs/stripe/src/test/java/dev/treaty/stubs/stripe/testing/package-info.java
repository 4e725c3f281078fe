/** An account of Stripe for tests, whose responses are all compared with the data. */
@NullMarked
package dev.treaty.stubs.stripe.testing;

import org.jspecify.annotations.NullMarked;
