/** Behaviour of Cablecast's replay, through its front door. */
@NullMarked
package dev.treaty.stubs.cablecast;

import org.jspecify.annotations.NullMarked;
