/**
 * A Pact Broker for tests, without Ruby or a database: {@link dev.treaty.pacts.testing.broker.BrokerReplay}. It keeps as much state as a round
 * of publish, select, verify, gate and deploy needs, and its answers have the links, fields, statuses and texts that pact_broker 2.120.0 was
 * seen to send. What was not seen is answered with 501.
 */
@NullMarked
package dev.treaty.pacts.testing.broker;

import org.jspecify.annotations.NullMarked;
