/** What becomes of subscriptions later: schedules and their phases. */
@NullMarked
package dev.treaty.stubs.stripe.billing.schedule;

import org.jspecify.annotations.NullMarked;
