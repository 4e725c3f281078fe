/** The stub server as an executable: the command line, the ports of all providers, and what is printed. */
@NullMarked
package dev.treaty.stubs.server;

import org.jspecify.annotations.NullMarked;
