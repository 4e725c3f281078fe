/** Refunds: in full and in parts, at once and later. */
@NullMarked
package dev.treaty.stubs.stripe.payment.refund;

import org.jspecify.annotations.NullMarked;
