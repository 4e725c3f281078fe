/** Pacticipants, their versions and branches, and who consumes whom. */
@NullMarked
package dev.treaty.pacts.broker.participants;

import org.jspecify.annotations.NullMarked;
