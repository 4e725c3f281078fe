@NullMarked
package dev.treaty.stubs.stripe.billing.invoice;

import org.jspecify.annotations.NullMarked;
