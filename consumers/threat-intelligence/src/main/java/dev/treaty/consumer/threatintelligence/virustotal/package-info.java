/** What the engines of VirusTotal (API v3) say of addresses and files. */
@NullMarked
package dev.treaty.consumer.threatintelligence.virustotal;

import org.jspecify.annotations.NullMarked;
