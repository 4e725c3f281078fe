/** How Stripe refuses a request. */
@NullMarked
package dev.treaty.stubs.stripe.error;

import org.jspecify.annotations.NullMarked;
