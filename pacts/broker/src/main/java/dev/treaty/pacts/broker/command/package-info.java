/** The commands that talk to a broker, with the flags of the {@code pact-broker} command line. */
@NullMarked
package dev.treaty.pacts.broker.command;

import org.jspecify.annotations.NullMarked;
