/** The engine: answers as the contracts say. */
@NullMarked
package dev.treaty.stubs.replay;

import org.jspecify.annotations.NullMarked;
