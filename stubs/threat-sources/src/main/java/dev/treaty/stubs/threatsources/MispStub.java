package dev.treaty.stubs.threatsources;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.threatsources.misp.MispVendor;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.Optional;
import java.util.UUID;

/** Opens MISP's replay. */
public final class MispStub implements ProviderStub {

    @Override
    public String provider() {
        return "misp";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.of(VendorReplay.open(new MispVendor(), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofKey("test-key-" + UUID.randomUUID()));
    }
}
