/** Tests of the packaged jar, which runs as a process of its own. */
@NullMarked
package dev.treaty.stubs.server.process;

import org.jspecify.annotations.NullMarked;
