/**
 * Sends requests as fast as a server responds, and compares every response with the expected one, byte for byte.
 */
@NullMarked
package dev.treaty.stubs.bench.load;

import org.jspecify.annotations.NullMarked;
