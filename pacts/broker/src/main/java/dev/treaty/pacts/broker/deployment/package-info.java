/** Environments, and which versions are deployed or released to them. */
@NullMarked
package dev.treaty.pacts.broker.deployment;

import org.jspecify.annotations.NullMarked;
