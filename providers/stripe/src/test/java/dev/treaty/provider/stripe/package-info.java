/** Holds Stripe, or its replay, to its contract. */
@NullMarked
package dev.treaty.provider.stripe;

import org.jspecify.annotations.NullMarked;
