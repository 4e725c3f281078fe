package dev.treaty.stubs.page.source;

import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import java.net.URI;
import java.util.Optional;

/** What the page shows, as the server hands it in. */
public interface PageSource {

    /** The contracts that are served. */
    InteractionLookup lookup();

    /** Why a request has no answer. */
    MismatchReport explain(MatchResult result);

    /** Where all providers are; without a slash at the end. */
    URI url();

    /** The latest requests. */
    RequestJournal journal();

    /** What the last build verified. */
    Verifications verifications();

    /** What is set at the moment. */
    ServerControl control();

    /** What the comparison of the contracts on disk with the last commit says; empty if there is nothing to compare. */
    Optional<String> changes();
}
