/**
 * What billing needs from Stripe, and nothing more.
 *
 * <p>{@code StripePaymentsPactTest} records it into {@code pacts/billing-stripe.json}.
 */
@NullMarked
package dev.treaty.consumer.billing;

import org.jspecify.annotations.NullMarked;
