/** The view of the network: who talks to whom, as an SVG. */
@NullMarked
package dev.treaty.stubs.page.network;

import org.jspecify.annotations.NullMarked;
