/** Verifies that Stripe, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.stripe;

import org.jspecify.annotations.NullMarked;
