/** Tests of the contracts from a broker, with an environment of their own. */
@NullMarked
package dev.treaty.stubs.server.broker;

import org.jspecify.annotations.NullMarked;
