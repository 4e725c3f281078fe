/** What a contract alone cannot say about Stripe. */
@NullMarked
package dev.treaty.stubs.stripe;

import org.jspecify.annotations.NullMarked;
