package dev.treaty.provider.environmentcloner.originals;

/** A keyed hash of 128 bits: two values that differ have different ones for all purposes. */
public record ValueHash(long high, long low) {}
