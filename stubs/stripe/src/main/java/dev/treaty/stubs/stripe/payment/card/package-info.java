/** Stripe's test cards and why banks decline, as data. */
@NullMarked
package dev.treaty.stubs.stripe.payment.card;

import org.jspecify.annotations.NullMarked;
