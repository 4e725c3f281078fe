/**
 * What the security desk needs from threat-intelligence: verdicts about addresses, one or many at once, the list of indicators, reports, and how the
 * sources are. It fails closed: an unknown verdict is never taken for harmless.
 *
 * <p>The tests record it into {@code pacts/security-desk-threat-intelligence.json}.
 */
@NullMarked
package dev.treaty.consumer.securitydesk;

import org.jspecify.annotations.NullMarked;
