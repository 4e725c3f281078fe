@NullMarked
package dev.treaty.stubs.stripe.checkout;

import org.jspecify.annotations.NullMarked;
