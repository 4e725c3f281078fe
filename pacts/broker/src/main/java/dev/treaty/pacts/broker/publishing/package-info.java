/** Publishes pact files as they are, all of one consumer at once. */
@NullMarked
package dev.treaty.pacts.broker.publishing;

import org.jspecify.annotations.NullMarked;
