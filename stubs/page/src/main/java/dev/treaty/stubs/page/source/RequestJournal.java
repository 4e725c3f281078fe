package dev.treaty.stubs.page.source;

import java.util.Optional;
import java.util.stream.Stream;

/** The latest requests. */
public interface RequestJournal {

    /** How many it keeps; 0 if it is off. */
    int capacity();

    /** How many requests there have been, with those that are forgotten. */
    long received();

    /** Those that are kept, the latest first. */
    Stream<SeenRequest> latest();

    /** The request with a number, if it is kept. */
    Optional<SeenRequest> numbered(long number);
}
