/** Webhooks, and the events that are sent to them. */
@NullMarked
package dev.treaty.stubs.samsara.webhook;

import org.jspecify.annotations.NullMarked;
