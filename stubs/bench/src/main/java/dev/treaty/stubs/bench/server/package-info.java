/**
 * What is measured: the stub server, an older build of it, and its peers, each in its own process.
 */
@NullMarked
package dev.treaty.stubs.bench.server;

import org.jspecify.annotations.NullMarked;
