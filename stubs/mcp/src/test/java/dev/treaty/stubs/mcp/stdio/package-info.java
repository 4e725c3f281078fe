@NullMarked
package dev.treaty.stubs.mcp.stdio;

import org.jspecify.annotations.NullMarked;
