/** What an assistant may ask a running stub server on this machine, and, if the user allows it, change there. */
@NullMarked
package dev.treaty.stubs.mcp.running;

import org.jspecify.annotations.NullMarked;
