/**
 * Payments: PaymentMethods and test cards, PaymentIntents, SetupIntents, charges, refunds, disputes, the balance.
 *
 * <p>What belongs together has a package of its own; {@link dev.treaty.stubs.stripe.payment.PaymentFeature} has them all. Others that
 * want to be paid, such as invoices, make a PaymentIntent with {@link dev.treaty.stubs.stripe.payment.intent.IntentDraft} and confirm
 * it with {@link dev.treaty.stubs.stripe.payment.intent.IntentConfirmation}.
 */
@NullMarked
package dev.treaty.stubs.stripe.payment;

import org.jspecify.annotations.NullMarked;
