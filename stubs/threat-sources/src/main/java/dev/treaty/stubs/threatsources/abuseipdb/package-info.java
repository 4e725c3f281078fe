/** AbuseIPDB (API v2): checks, and reports that raise the score of an address. */
@NullMarked
package dev.treaty.stubs.threatsources.abuseipdb;

import org.jspecify.annotations.NullMarked;
