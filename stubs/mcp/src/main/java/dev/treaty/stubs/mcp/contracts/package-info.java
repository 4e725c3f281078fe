/** What an assistant may ask about contracts: which there are, what they say, why a request misses, and who depends on what. */
@NullMarked
package dev.treaty.stubs.mcp.contracts;

import org.jspecify.annotations.NullMarked;
