/** The HTTP side of every service: request ids, problem documents, health, metrics, and one log line per request. */
@NullMarked
package dev.treaty.provider.service.http;

import org.jspecify.annotations.NullMarked;
