/** Test clocks, whose customers live by a time that tests freeze and advance. */
@NullMarked
package dev.treaty.stubs.stripe.billing.testclock;

import org.jspecify.annotations.NullMarked;
