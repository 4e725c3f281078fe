package dev.treaty.stubs.http;

import dev.treaty.stubs.http.ports.ProviderAddresses;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.ImpossibleStatus;
import dev.treaty.stubs.http.response.ResponseCache;
import dev.treaty.stubs.http.response.Responses;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.http.response.TooLongHeaders;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.request.RawRequest;
import java.util.Collection;
import java.util.List;

/**
 * Makes the response of an interaction: taken from the cache if it is always the same, otherwise with generators applied, or a message,
 * which the provider's stub completes.
 */
final class ResponseGenerator {

    private final ProviderAddresses addresses;
    private final List<ProviderStub> providerStubs;
    private final ResponseCache cache = new ResponseCache();

    ResponseGenerator(ProviderAddresses addresses, Collection<ProviderStub> providerStubs) {
        this.addresses = addresses;
        this.providerStubs = List.copyOf(providerStubs);
    }

    /** @param longestHeader of the response, in bytes */
    CachedResponse respond(ReplayedInteraction interaction, RawRequest request, int longestHeader) {
        return interaction instanceof HttpInteraction http
                ? possible(
                        http, longestHeader, cache.of(http).orElseGet(() -> CachedResponse.of(generate(http, request))))
                : CachedResponse.of(Responses.of(complete((MessageInteraction) interaction)));
    }

    private static CachedResponse possible(HttpInteraction interaction, int longestHeader, CachedResponse response) {
        ImpossibleStatus.refuse(response.status(), interaction.origin());
        TooLongHeaders.refuse(response, interaction.origin(), longestHeader);
        return response;
    }

    private StubResponse generate(HttpInteraction interaction, RawRequest request) {
        var provider = interaction.origin().provider();
        var address = request.isOverTls() ? addresses.tlsUrl(provider) : addresses.url(provider);
        return Responses.of(interaction.generate(address), request.method());
    }

    private Message complete(MessageInteraction interaction) {
        var message = interaction.generate();
        for (var stub : providerStubs) {
            if (stub.provider().equals(interaction.origin().provider())) {
                message = stub.complete(message);
            }
        }
        return message;
    }

    /** Forgets what it has kept of contracts that were replaced. */
    void contractsReplaced() {
        cache.clear();
    }
}
