/**
 * What threat intelligence asks three sources about addresses and files: VirusTotal, AbuseIPDB and MISP, each through a client of its own.
 * They share what an address is, and how a source refuses.
 *
 * <p>The tests record it into {@code pacts/threat-intelligence-virustotal.json}, {@code -abuseipdb.json} and {@code -misp.json}.
 */
@NullMarked
package dev.treaty.consumer.threatintelligence;

import org.jspecify.annotations.NullMarked;
