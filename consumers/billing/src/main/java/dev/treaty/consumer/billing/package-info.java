/**
 * What billing needs from Stripe, and nothing more: the client with which a waste collector collects its invoices.
 *
 * <p>{@link StripeConnection} reaches Stripe; {@link StripeCustomers}, {@link StripePayments}, {@link StripeRefunds} and
 * {@link StripeLedger} use that connection, and {@link StripeWebhooks} reads Stripe's webhooks. An expected outcome is a
 * result ({@link Charge}), an unexpected one a {@link StripeFailure}. The recording tests ({@code *PactTest}) write all of it
 * into {@code pacts/billing-stripe.json}.
 */
@NullMarked
package dev.treaty.consumer.billing;

import org.jspecify.annotations.NullMarked;
