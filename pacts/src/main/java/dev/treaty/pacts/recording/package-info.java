/** Reads what the tests of the consumers recorded in this build. */
@NullMarked
package dev.treaty.pacts.recording;

import org.jspecify.annotations.NullMarked;
