/** Disputes: what cardholders object to, and what comes of the evidence. */
@NullMarked
package dev.treaty.stubs.stripe.payment.dispute;

import org.jspecify.annotations.NullMarked;
