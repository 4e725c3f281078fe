/** Stripe's search query language. */
@NullMarked
package dev.treaty.stubs.stripe.search;

import org.jspecify.annotations.NullMarked;
