/**
 * What the environment console needs from the environment cloner, and nothing more.
 *
 * <p>The {@code …PactTest} classes record it into {@code pacts/environment-console-environment-cloner.json}.
 */
@NullMarked
package dev.treaty.consumer.environmentconsole;

import org.jspecify.annotations.NullMarked;
