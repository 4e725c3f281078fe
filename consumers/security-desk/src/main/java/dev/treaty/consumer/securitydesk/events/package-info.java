/** The events of threat-intelligence, and what the security desk does about each. */
@NullMarked
package dev.treaty.consumer.securitydesk.events;

import org.jspecify.annotations.NullMarked;
