/** How requests arrive: Jetty's connections, with what the stub server adds to them. Nothing here knows contracts. */
@NullMarked
package dev.treaty.stubs.http.transport;

import org.jspecify.annotations.NullMarked;
