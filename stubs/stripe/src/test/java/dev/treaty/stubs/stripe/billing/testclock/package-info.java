@NullMarked
package dev.treaty.stubs.stripe.billing.testclock;

import org.jspecify.annotations.NullMarked;
