/** Every operation of the data. */
@NullMarked
package dev.treaty.stubs.stripe.generic;

import org.jspecify.annotations.NullMarked;
