package dev.treaty.consumer.threatintelligence.virustotal;

import java.util.Optional;

/**
 * What the engines say of a file.
 *
 * @param sha256 in lower case
 * @param name the most meaningful of those under which it was sent, if VirusTotal knows one
 */
public record FileReport(String sha256, Optional<String> name, EngineCounts engines) {}
