package dev.treaty.consumer.archivist;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A show as the archive sees it.
 *
 * @param id Cablecast's id, unique in the whole station
 * @param comments the station's notes; Cablecast has no description. Empty if there are none
 */
public record Show(
        int id,
        String title,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String comments) {}
