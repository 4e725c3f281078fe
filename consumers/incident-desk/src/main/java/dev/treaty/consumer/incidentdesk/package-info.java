/**
 * What the incident desk needs from the events of the environment cloner, and nothing more.
 *
 * <p>The {@code …EventsPactTest} classes record it into {@code pacts/incident-desk-environment-cloner.json}.
 */
@NullMarked
package dev.treaty.consumer.incidentdesk;

import org.jspecify.annotations.NullMarked;
