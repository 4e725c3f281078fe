/** Does what is queued: takes an operation on, builds a database beside the target's, and puts it in its place; or leaves nothing behind. */
@NullMarked
package dev.treaty.provider.environmentcloner.workers;

import org.jspecify.annotations.NullMarked;
