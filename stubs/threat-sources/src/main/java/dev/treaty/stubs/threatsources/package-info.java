/**
 * The replays of three vendors who say how dangerous an address is: VirusTotal, AbuseIPDB and MISP. What they say of an address is the same
 * each time it is asked; {@code known-addresses.json} has the bad ones, from the ranges that are reserved for documentation (RFC 5737, RFC
 * 3849).
 */
@NullMarked
package dev.treaty.stubs.threatsources;

import org.jspecify.annotations.NullMarked;
