/** Usage that is counted by meters, and billed by metered prices. */
@NullMarked
package dev.treaty.stubs.stripe.billing.meter;

import org.jspecify.annotations.NullMarked;
