/** The replays as their clients see them. */
@NullMarked
package dev.treaty.stubs.threatsources;

import org.jspecify.annotations.NullMarked;
