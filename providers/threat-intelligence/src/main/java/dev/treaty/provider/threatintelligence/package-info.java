/**
 * threat-intelligence asks VirusTotal, AbuseIPDB and MISP about addresses, and makes one verdict of their answers. It calls them through its own
 * consumer module, so that what was recorded is what runs.
 *
 * <p>{@code ThreatIntelligenceVerificationTest} verifies it against {@code pacts/*-threat-intelligence.json}.
 */
@NullMarked
package dev.treaty.provider.threatintelligence;

import org.jspecify.annotations.NullMarked;
