/** PaymentIntents over their whole life. */
@NullMarked
package dev.treaty.stubs.stripe.payment.intent;

import org.jspecify.annotations.NullMarked;
