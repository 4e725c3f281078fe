/** Samsara's replay, through the front door. */
@NullMarked
package dev.treaty.stubs.samsara;

import org.jspecify.annotations.NullMarked;
