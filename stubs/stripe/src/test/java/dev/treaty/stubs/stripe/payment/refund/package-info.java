/** Refunds, now and later. */
@NullMarked
package dev.treaty.stubs.stripe.payment.refund;

import org.jspecify.annotations.NullMarked;
