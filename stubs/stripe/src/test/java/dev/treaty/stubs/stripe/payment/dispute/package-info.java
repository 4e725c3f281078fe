/** Disputes and their money. */
@NullMarked
package dev.treaty.stubs.stripe.payment.dispute;

import org.jspecify.annotations.NullMarked;
