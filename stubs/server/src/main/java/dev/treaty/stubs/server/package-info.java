/** The stub server: command line and listeners. */
@NullMarked
package dev.treaty.stubs.server;

import org.jspecify.annotations.NullMarked;
