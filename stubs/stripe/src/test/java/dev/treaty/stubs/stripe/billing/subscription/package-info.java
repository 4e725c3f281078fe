@NullMarked
package dev.treaty.stubs.stripe.billing.subscription;

import org.jspecify.annotations.NullMarked;
