/** Currencies, the smallest payments, and what Stripe keeps of a payment. */
@NullMarked
package dev.treaty.stubs.stripe.payment.money;

import org.jspecify.annotations.NullMarked;
