@NullMarked
package dev.treaty.stubs.stripe.billing.meter;

import org.jspecify.annotations.NullMarked;
