/** How the console talks to the environment cloner: requests, responses, and the failures that any call may have. */
@NullMarked
package dev.treaty.consumer.environmentconsole.connection;

import org.jspecify.annotations.NullMarked;
