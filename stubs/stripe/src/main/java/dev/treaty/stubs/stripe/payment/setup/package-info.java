/** SetupIntents: cards and accounts that are set up for later payments. */
@NullMarked
package dev.treaty.stubs.stripe.payment.setup;

import org.jspecify.annotations.NullMarked;
