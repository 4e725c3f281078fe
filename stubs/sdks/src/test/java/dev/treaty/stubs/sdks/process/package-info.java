/** The packaged stub server, the accounts of its clients, and their clocks. */
@NullMarked
package dev.treaty.stubs.sdks.process;

import org.jspecify.annotations.NullMarked;
