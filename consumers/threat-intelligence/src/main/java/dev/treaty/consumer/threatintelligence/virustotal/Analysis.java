package dev.treaty.consumer.threatintelligence.virustotal;

/** How far an analysis is. */
public sealed interface Analysis {

    /** It waits, or is in progress: ask again in a quarter of a minute, which is what a public key allows. */
    record Pending() implements Analysis {}

    /** It is over. */
    record Completed(EngineCounts engines) implements Analysis {}
}
