package dev.treaty.consumer.threatintelligence.virustotal;

/**
 * How many engines came to which result.
 *
 * @param malicious how many call it malicious
 * @param suspicious how many call it suspicious
 * @param harmless how many call it harmless
 * @param undetected how many found nothing
 */
public record EngineCounts(int malicious, int suspicious, int harmless, int undetected) {

    /** How many engines have looked. */
    public int total() {
        return malicious + suspicious + harmless + undetected;
    }
}
