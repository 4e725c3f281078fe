/** The events that tell others what became of environments. */
@NullMarked
package dev.treaty.provider.environmentcloner.events;

import org.jspecify.annotations.NullMarked;
