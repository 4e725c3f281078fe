package dev.treaty.provider.verification;

import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.Provider;
import java.net.URI;

/** This repository's verification, for the {@link Benchmark}. */
@Provider("stripe")
@IgnoreMissingStateChange
class ThisRepository extends RunningServiceVerification {

    @Override
    protected URI start() {
        return URI.create(System.getProperty("benchmark.provider"));
    }
}
