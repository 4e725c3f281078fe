/** Customers and what belongs to them. */
@NullMarked
package dev.treaty.stubs.stripe.customer;

import org.jspecify.annotations.NullMarked;
