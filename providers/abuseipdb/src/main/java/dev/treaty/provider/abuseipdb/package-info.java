/** Verifies that AbuseIPDB, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.abuseipdb;

import org.jspecify.annotations.NullMarked;
