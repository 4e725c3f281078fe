/** How a Pact Broker is reached: its address, credentials, proxies, time-outs, HAL documents, and what goes wrong. */
@NullMarked
package dev.treaty.pacts.broker.http;

import org.jspecify.annotations.NullMarked;
