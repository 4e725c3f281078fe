package dev.treaty.pacts.files.audit;

/**
 * Something that a pact file says and that is not read.
 *
 * @param place the path in the interaction, e.g. {@code $.request.body}; empty if it is the whole
 * @param what the end of a sentence about the interaction
 * @param fix what to write instead
 */
record Loss(String place, String what, String fix) {}
