package dev.treaty.stubs.cablecast;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.Optional;
import java.util.UUID;

/** Opens Cablecast's replay. */
public final class CablecastStub implements ProviderStub {

    @Override
    public String provider() {
        return "cablecast";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.of(VendorReplay.open(new CablecastVendor(), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofPassword("station-" + UUID.randomUUID(), "secret"));
    }
}
