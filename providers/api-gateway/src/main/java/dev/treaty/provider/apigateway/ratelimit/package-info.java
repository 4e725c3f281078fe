/** How often each caller may call. */
@NullMarked
package dev.treaty.provider.apigateway.ratelimit;

import org.jspecify.annotations.NullMarked;
