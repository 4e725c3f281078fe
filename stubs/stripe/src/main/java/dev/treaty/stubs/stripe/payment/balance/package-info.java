/** The money of an account: its transactions, what of it is available, and how it is paid out. */
@NullMarked
package dev.treaty.stubs.stripe.payment.balance;

import org.jspecify.annotations.NullMarked;
