/** The advanced search for shows. */
@NullMarked
package dev.treaty.stubs.cablecast.search;

import org.jspecify.annotations.NullMarked;
