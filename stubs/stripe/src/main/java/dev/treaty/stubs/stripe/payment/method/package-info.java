/** PaymentMethods and tokens: how they are made, whose they are, and when they may be used. */
@NullMarked
package dev.treaty.stubs.stripe.payment.method;

import org.jspecify.annotations.NullMarked;
