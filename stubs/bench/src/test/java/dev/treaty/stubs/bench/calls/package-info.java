/** A thousand calls at once: the application's side of Twilio's replay under load. */
@NullMarked
package dev.treaty.stubs.bench.calls;

import org.jspecify.annotations.NullMarked;
