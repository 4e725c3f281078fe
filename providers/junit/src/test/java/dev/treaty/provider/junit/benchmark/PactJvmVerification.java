package dev.treaty.provider.junit.benchmark;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** pact-jvm's JUnit provider as its documentation shows it, for the {@link VerificationBenchmark}. Its extensions are not thread-safe. */
@Provider("stripe")
@PactFolder
@IgnoreMissingStateChange
@Execution(ExecutionMode.SAME_THREAD)
class PactJvmVerification {

    @BeforeEach
    void target(PactVerificationContext interaction) throws MalformedURLException {
        interaction.setTarget(HttpTestTarget.fromUrl(
                URI.create(System.getProperty("benchmark.provider")).toURL()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsContract(PactVerificationContext interaction) {
        interaction.verifyInteraction();
    }
}
