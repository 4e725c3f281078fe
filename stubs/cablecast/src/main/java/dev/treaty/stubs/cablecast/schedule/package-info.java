/** The broadcast schedule. */
@NullMarked
package dev.treaty.stubs.cablecast.schedule;

import org.jspecify.annotations.NullMarked;
