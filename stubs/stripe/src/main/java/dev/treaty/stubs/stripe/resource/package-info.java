/** Stripe's resources: what kinds there are, how a new object looks, and how objects are listed and expanded. */
@NullMarked
package dev.treaty.stubs.stripe.resource;

import org.jspecify.annotations.NullMarked;
