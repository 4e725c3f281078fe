/** Clones: what they will do, how far they are, and what they did. */
@NullMarked
package dev.treaty.consumer.environmentconsole.clones;

import org.jspecify.annotations.NullMarked;
