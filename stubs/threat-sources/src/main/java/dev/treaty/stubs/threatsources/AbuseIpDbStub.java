package dev.treaty.stubs.threatsources;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.threatsources.abuseipdb.AbuseIpDbVendor;
import dev.treaty.stubs.vendor.VendorReplay;
import java.util.Optional;
import java.util.UUID;

/** Opens AbuseIPDB's replay. */
public final class AbuseIpDbStub implements ProviderStub {

    @Override
    public String provider() {
        return "abuseipdb";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.of(VendorReplay.open(new AbuseIpDbVendor(), settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofKey("test-key-" + UUID.randomUUID()));
    }
}
