/** VirusTotal (API v3): reports of addresses, files and URLs, and analyses that complete by the clock. */
@NullMarked
package dev.treaty.stubs.threatsources.virustotal;

import org.jspecify.annotations.NullMarked;
