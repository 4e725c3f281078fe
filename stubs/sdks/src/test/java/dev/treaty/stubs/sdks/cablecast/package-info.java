/** Flows of a Cablecast client; there is no official SDK. */
@NullMarked
package dev.treaty.stubs.sdks.cablecast;

import org.jspecify.annotations.NullMarked;
