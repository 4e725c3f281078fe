/**
 * How the gateway calls a service: one request, sent once, and its {@link dev.treaty.consumer.apigateway.http.ServiceResponse},
 * which also explains why there is none.
 */
@NullMarked
package dev.treaty.consumer.apigateway.http;

import org.jspecify.annotations.NullMarked;
