@NullMarked
package dev.treaty.stubs.stripe.billing.schedule;

import org.jspecify.annotations.NullMarked;
