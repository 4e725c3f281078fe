/**
 * Whole flows of the vendors' official SDKs against the packaged stub server, which runs as its own process. All tests share one server;
 * each has an account of its own, and so a world of its own.
 */
@NullMarked
package dev.treaty.stubs.sdks;

import org.jspecify.annotations.NullMarked;
