/** PaymentMethods and whose they are. */
@NullMarked
package dev.treaty.stubs.stripe.payment.method;

import org.jspecify.annotations.NullMarked;
