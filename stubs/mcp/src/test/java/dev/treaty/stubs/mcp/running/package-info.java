@NullMarked
package dev.treaty.stubs.mcp.running;

import org.jspecify.annotations.NullMarked;
