/** Checkout Sessions, payment links and the customer portal, with pages that a browser can open. */
@NullMarked
package dev.treaty.stubs.stripe.checkout;

import org.jspecify.annotations.NullMarked;
