package dev.treaty.provider.junit.benchmark;

import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.Provider;
import dev.treaty.provider.junit.RunningServiceVerification;
import java.net.URI;

/** This repository's verification, for the {@link VerificationBenchmark}. */
@Provider("stripe")
@IgnoreMissingStateChange
class TreatyVerification extends RunningServiceVerification {

    @Override
    protected URI start() {
        return URI.create(System.getProperty("benchmark.provider"));
    }
}
