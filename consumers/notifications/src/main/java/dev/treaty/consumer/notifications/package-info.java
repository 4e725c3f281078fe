/**
 * What notifications needs to know to tell people by e-mail what happened: the events of auth-service and workspace-service,
 * CloudEvents 1.0 in structured JSON mode. {@link dev.treaty.consumer.notifications.Notifier} is the way in.
 *
 * <p>The tests record it into {@code pacts/notifications-auth-service.json} and
 * {@code pacts/notifications-workspace-service.json}.
 */
@NullMarked
package dev.treaty.consumer.notifications;

import org.jspecify.annotations.NullMarked;
