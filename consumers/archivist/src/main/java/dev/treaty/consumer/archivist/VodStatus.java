package dev.treaty.consumer.archivist;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * The progress of a VOD at the time of the request.
 *
 * @param percentComplete 0 to 100
 * @param errorMessage what went wrong, for people; empty if nothing did
 */
public record VodStatus(
        @JsonProperty("vodState") VodState state,
        int percentComplete,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String errorMessage) {}
