@NullMarked
package dev.treaty.stubs.mcp.tool;

import org.jspecify.annotations.NullMarked;
