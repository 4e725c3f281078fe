/** Subscriptions: their periods, renewals, changes and ends. */
@NullMarked
package dev.treaty.stubs.stripe.billing.subscription;

import org.jspecify.annotations.NullMarked;
