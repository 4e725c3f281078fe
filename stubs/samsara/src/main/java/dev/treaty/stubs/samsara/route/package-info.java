/** Routes, how vehicles follow them, and the feed of what happened. */
@NullMarked
package dev.treaty.stubs.samsara.route;

import org.jspecify.annotations.NullMarked;
