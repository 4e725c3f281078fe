/**
 * Billing: products and prices, invoices, subscriptions, test clocks.
 *
 * <p>What belongs together has a package of its own; {@link dev.treaty.stubs.stripe.billing.BillingFeature} has them all. Objects of a
 * test clock live by its time: handlers work with the account {@linkplain dev.treaty.stubs.stripe.billing.testclock.TestClockTime at that
 * time}.
 */
@NullMarked
package dev.treaty.stubs.stripe.billing;

import org.jspecify.annotations.NullMarked;
