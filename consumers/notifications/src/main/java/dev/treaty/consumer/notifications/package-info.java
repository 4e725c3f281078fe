/**
 * What notifications needs to notify people by e-mail: the events of auth-service and workspace-service,
 * CloudEvents 1.0 in structured JSON mode. {@link dev.treaty.consumer.notifications.Notifier} is the entry point.
 *
 * <p>The tests record it into {@code pacts/notifications-auth-service.json} and
 * {@code pacts/notifications-workspace-service.json}.
 */
@NullMarked
package dev.treaty.consumer.notifications;

import org.jspecify.annotations.NullMarked;
