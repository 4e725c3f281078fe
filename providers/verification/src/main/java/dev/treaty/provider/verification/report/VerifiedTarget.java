package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.net.URI;

/**
 * What responded to the requests of a verification, and so what a kept contract shows.
 *
 * @param name for people, e.g. {@code "http://localhost:8081"}; without credentials
 * @param kept the outcome of an interaction whose response matches the contract
 */
public record VerifiedTarget(String name, Outcome kept) {

    /** Of a test that says nothing about its target. */
    static final VerifiedTarget UNKNOWN = new VerifiedTarget("", Outcome.VERIFIED);

    /** The service itself, started for this verification. */
    public static VerifiedTarget started(String service) {
        return new VerifiedTarget("the " + service + " of this build", Outcome.VERIFIED);
    }

    /** A service or a vendor's sandbox that runs elsewhere. */
    public static VerifiedTarget at(URI url) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return new VerifiedTarget(url.getScheme() + "://" + url.getHost() + port + url.getRawPath(), Outcome.VERIFIED);
    }

    /** A vendor's replay with state: it knows no contract, but it is not the vendor either. */
    public static VerifiedTarget simulation(String vendor) {
        return new VerifiedTarget("the replay of " + vendor + ", from its state", Outcome.SIMULATED);
    }

    /** A replay without state, which answers with what the contract itself says. */
    public static VerifiedTarget contract() {
        return new VerifiedTarget("the contract itself", Outcome.REPLAYED);
    }
}
