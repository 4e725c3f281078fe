/** How the commands print. */
@NullMarked
package dev.treaty.pacts.broker.text;

import org.jspecify.annotations.NullMarked;
