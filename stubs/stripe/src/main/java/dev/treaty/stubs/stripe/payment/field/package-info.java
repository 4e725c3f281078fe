/** Reading and changing the fields of Stripe's objects. */
@NullMarked
package dev.treaty.stubs.stripe.payment.field;

import org.jspecify.annotations.NullMarked;
