/** Currencies and fees. */
@NullMarked
package dev.treaty.stubs.stripe.payment.money;

import org.jspecify.annotations.NullMarked;
