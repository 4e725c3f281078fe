/** What people have reported to AbuseIPDB (API v2), and reports to it. */
@NullMarked
package dev.treaty.consumer.threatintelligence.abuseipdb;

import org.jspecify.annotations.NullMarked;
