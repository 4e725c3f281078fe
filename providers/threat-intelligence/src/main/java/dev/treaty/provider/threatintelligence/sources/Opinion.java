package dev.treaty.provider.threatintelligence.sources;

import java.util.Optional;

/**
 * What a source says of an address.
 *
 * @param score how dangerous it is, 0 to 100; empty if the source does not know the address, which says nothing about it
 * @param country ISO 3166, if the source knows it
 * @param reason for people, if the source has anything against the address
 * @param remaining how many more addresses the source answers today, if it says so
 */
public record Opinion(
        Optional<Integer> score, Optional<String> country, Optional<String> reason, Optional<Integer> remaining) {

    /** Of an address that the source does not know. */
    public static Opinion none() {
        return new Opinion(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
