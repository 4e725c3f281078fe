/**
 * Drafts the source of a recording test from a request that was seen and the response that it should get.
 *
 * <p>It writes no contract: consumers record. The draft is a start for whoever knows the client.
 */
@NullMarked
package dev.treaty.stubs.draft;

import org.jspecify.annotations.NullMarked;
