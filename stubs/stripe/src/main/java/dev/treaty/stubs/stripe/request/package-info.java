/** How Stripe reads a request: whose it is, and what its parameters are. */
@NullMarked
package dev.treaty.stubs.stripe.request;

import org.jspecify.annotations.NullMarked;
