/** The application's side of webhooks and callbacks. */
@NullMarked
package dev.treaty.stubs.sdks.http;

import org.jspecify.annotations.NullMarked;
