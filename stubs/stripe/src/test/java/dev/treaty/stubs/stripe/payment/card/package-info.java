/** Stripe's test cards. */
@NullMarked
package dev.treaty.stubs.stripe.payment.card;

import org.jspecify.annotations.NullMarked;
