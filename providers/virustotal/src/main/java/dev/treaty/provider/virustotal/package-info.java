/** Verifies that VirusTotal, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.virustotal;

import org.jspecify.annotations.NullMarked;
