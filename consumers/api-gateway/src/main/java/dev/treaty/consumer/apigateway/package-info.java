/** What the API gateway needs from its auth and workspace services. */
@NullMarked
package dev.treaty.consumer.apigateway;

import org.jspecify.annotations.NullMarked;
