/** The stub server as an executable: the command line, the table of ports, and what is printed at start. */
@NullMarked
package dev.treaty.stubs.server;

import org.jspecify.annotations.NullMarked;
