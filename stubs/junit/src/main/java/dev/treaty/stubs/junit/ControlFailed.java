package dev.treaty.stubs.junit;

import dev.treaty.pacts.errors.TreatyException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The stub server did not do what a test asked of a {@link VendorWorld}. */
public final class ControlFailed extends TreatyException {

    ControlFailed(URI url, String what, @Nullable Exception cause) {
        super(
                what,
                url.toString(),
                "see to it that the stub server still runs, and look at its log for what failed",
                cause);
    }
}
