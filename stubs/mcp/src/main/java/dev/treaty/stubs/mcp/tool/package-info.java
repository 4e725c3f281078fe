/** What every tool of an assistant shares: how it is described, how its arguments are checked, and how its answer is bounded. */
@NullMarked
package dev.treaty.stubs.mcp.tool;

import org.jspecify.annotations.NullMarked;
