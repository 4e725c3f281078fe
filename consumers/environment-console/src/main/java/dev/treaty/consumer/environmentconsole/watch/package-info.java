/** Waiting for the end of what the environment cloner does. */
@NullMarked
package dev.treaty.consumer.environmentconsole.watch;

import org.jspecify.annotations.NullMarked;
