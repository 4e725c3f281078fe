/** The resources of Cablecast's API: a table of collections, and what is the same for all of them. */
@NullMarked
package dev.treaty.stubs.cablecast.resource;

import org.jspecify.annotations.NullMarked;
