/**
 * A client of the <a href="https://docs.pact.io/pact_broker">Pact Broker</a>. The door is {@link dev.treaty.pacts.broker.PactBroker}.
 *
 * <p>Links are followed as the broker gives them (HAL); a path is only built by hand where the official clients do so, too.
 */
@NullMarked
package dev.treaty.pacts.broker;

import org.jspecify.annotations.NullMarked;
