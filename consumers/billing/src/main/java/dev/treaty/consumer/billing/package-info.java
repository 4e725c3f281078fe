/**
 * What billing needs from Stripe, and nothing more: the client with which a waste collector has its invoices paid.
 *
 * <p>{@link StripeConnection} reaches Stripe; {@link StripeCustomers}, {@link StripePayments}, {@link StripeRefunds} and
 * {@link StripeLedger} ask over it, and {@link StripeWebhooks} reads Stripe's webhooks. What is expected is a
 * result ({@link Charge}), what is not is a {@link StripeFailure}. The recording tests ({@code *PactTest}) write all of it
 * into {@code pacts/billing-stripe.json}.
 */
@NullMarked
package dev.treaty.consumer.billing;

import org.jspecify.annotations.NullMarked;
