/**
 * PaymentIntents over their whole life:
 *
 * <pre>
 * requires_payment_method → requires_confirmation → requires_action → succeeded
 *        ↑  declined                                        ↘ processing → succeeded
 *        └─────────────────────────────────────              ↘ requires_capture → succeeded, or canceled after seven days
 * </pre>
 */
@NullMarked
package dev.treaty.stubs.stripe.payment.intent;

import org.jspecify.annotations.NullMarked;
