/** Pages for browsers, whatever they are about. */
@NullMarked
package dev.treaty.stubs.stripe.page;

import org.jspecify.annotations.NullMarked;
