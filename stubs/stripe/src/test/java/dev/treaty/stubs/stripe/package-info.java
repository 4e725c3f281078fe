/** Stripe's replay through the front door. */
@NullMarked
package dev.treaty.stubs.stripe;

import org.jspecify.annotations.NullMarked;
