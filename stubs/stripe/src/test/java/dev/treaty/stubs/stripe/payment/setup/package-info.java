/** SetupIntents. */
@NullMarked
package dev.treaty.stubs.stripe.payment.setup;

import org.jspecify.annotations.NullMarked;
