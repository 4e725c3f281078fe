package dev.treaty.stubs.mapbox;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.Optional;
import java.util.UUID;

/** Opens Mapbox's replay. */
public final class MapboxStub implements ProviderStub {

    @Override
    public String provider() {
        return "mapbox";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.of(VendorReplay.open(new MapboxVendor(), settings));
    }

    /** Requests have the token in their query; control requests may have it in their header. */
    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofKey("pk." + UUID.randomUUID()));
    }
}
