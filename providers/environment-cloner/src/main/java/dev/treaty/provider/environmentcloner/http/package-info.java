/** The service's HTTP API: reads requests, asks the operations, and writes resources and problem documents (RFC 9457). */
@NullMarked
package dev.treaty.provider.environmentcloner.http;

import org.jspecify.annotations.NullMarked;
