/** Flows of stripe-java. */
@NullMarked
package dev.treaty.stubs.sdks.stripe;

import org.jspecify.annotations.NullMarked;
