package dev.treaty.stubs.http.provider;

import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.request.RawRequest;

/** A provider that answers from its state, as the real one does. May be asked by many threads at once. */
public interface ProviderReplay extends AutoCloseable {

    /** Where the replay is controlled, below the provider's own paths. No contract may use it. */
    String CONTROL_PATH = "/__treaty";

    /** What the replay says to a request. */
    ReplayResult answer(RawRequest request);

    /**
     * What the stub server has to say, in the shape of the provider's own errors, so that the provider's SDKs understand it.
     *
     * @param problem why no contract answers, which fault was asked for, or which limit was exceeded
     */
    StubResponse error(RawRequest request, HttpProblem problem);

    @Override
    void close();
}
