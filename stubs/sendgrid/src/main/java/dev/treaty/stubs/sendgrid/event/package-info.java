/** The event webhook: its settings, its signature, and the events that it sends. */
@NullMarked
package dev.treaty.stubs.sendgrid.event;

import org.jspecify.annotations.NullMarked;
