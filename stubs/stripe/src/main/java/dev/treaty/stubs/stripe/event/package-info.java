/** Stripe's events, and how they reach the application. */
@NullMarked
package dev.treaty.stubs.stripe.event;

import org.jspecify.annotations.NullMarked;
