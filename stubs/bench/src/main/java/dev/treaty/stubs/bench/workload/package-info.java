/**
 * What is asked: interactions, as a pact file and as WireMock mappings, and the requests for them.
 */
@NullMarked
package dev.treaty.stubs.bench.workload;

import org.jspecify.annotations.NullMarked;
