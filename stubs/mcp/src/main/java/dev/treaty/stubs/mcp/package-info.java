/**
 * The command {@code mcp}: the contracts, and a stub server that runs on this machine, as tools for an assistant, over the Model Context
 * Protocol (https://modelcontextprotocol.io) on standard input and output.
 */
@NullMarked
package dev.treaty.stubs.mcp;

import org.jspecify.annotations.NullMarked;
