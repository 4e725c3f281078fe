/** Calls to the services behind the gateway: circuit breakers, retries, and readiness. */
@NullMarked
package dev.treaty.provider.apigateway.downstream;

import org.jspecify.annotations.NullMarked;
