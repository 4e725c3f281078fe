/** Messages of JSON-RPC 2.0 on standard input and output, one a line. */
@NullMarked
package dev.treaty.stubs.mcp.stdio;

import org.jspecify.annotations.NullMarked;
