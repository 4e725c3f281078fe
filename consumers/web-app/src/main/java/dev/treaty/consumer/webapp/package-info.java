/** What the web application needs from the API gateway. */
@NullMarked
package dev.treaty.consumer.webapp;

import org.jspecify.annotations.NullMarked;
