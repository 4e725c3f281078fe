package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.response.StubResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that the vendor refuses, with the response that says so. By default, the request changes nothing. */
public final class VendorError extends RuntimeException {

    private final transient StubResponse response;
    private final boolean keepsChanges;
    private final @Nullable String unknownId;

    /** An error that changes nothing. */
    public VendorError(StubResponse response) {
        this(response, false, null);
    }

    private VendorError(StubResponse response, boolean keepsChanges, @Nullable String unknownId) {
        super("The vendor refuses the request with status " + response.status(), null, false, false);
        this.response = response;
        this.keepsChanges = keepsChanges;
        this.unknownId = unknownId;
    }

    /** The same error, after changes that are kept: a payment that was declined still exists. */
    public VendorError keepingChanges() {
        return new VendorError(response, true, unknownId);
    }

    /** The same error, because nothing with this id exists. A contract that names the id may answer instead. */
    public VendorError ofUnknownId(String id) {
        return new VendorError(response, keepsChanges, id);
    }

    /** What the client gets. */
    public StubResponse response() {
        return response;
    }

    /** Whether what the request changed before is kept. */
    public boolean keepsChanges() {
        return keepsChanges;
    }

    /** The same error with one more header. */
    public VendorError withHeader(String name, String value) {
        return new VendorError(response.withHeader(name, value), keepsChanges, unknownId);
    }

    /** The id that does not exist, if that is the reason. */
    public Optional<String> unknownId() {
        return Optional.ofNullable(unknownId);
    }
}
