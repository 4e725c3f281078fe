/** The transactional outbox: events are stored with the change they report, and a relay publishes them. */
@NullMarked
package dev.treaty.provider.service.outbox;

import org.jspecify.annotations.NullMarked;
