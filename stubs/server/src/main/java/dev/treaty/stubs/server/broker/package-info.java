/** Serves contracts from a Pact Broker: which ones, and how they are kept up to date. */
@NullMarked
package dev.treaty.stubs.server.broker;

import org.jspecify.annotations.NullMarked;
