/** Charges: attempts to take money, by PaymentIntents and without them. */
@NullMarked
package dev.treaty.stubs.stripe.payment.charge;

import org.jspecify.annotations.NullMarked;
