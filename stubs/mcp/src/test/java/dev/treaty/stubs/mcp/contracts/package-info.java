@NullMarked
package dev.treaty.stubs.mcp.contracts;

import org.jspecify.annotations.NullMarked;
