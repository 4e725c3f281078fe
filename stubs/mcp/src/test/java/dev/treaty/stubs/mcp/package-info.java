@NullMarked
package dev.treaty.stubs.mcp;

import org.jspecify.annotations.NullMarked;
