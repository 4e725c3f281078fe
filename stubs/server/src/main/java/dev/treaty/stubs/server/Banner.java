package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.tls.ServerCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text printed at start: what is served, and where.
 *
 * @param watched files and folders that are reloaded when they change
 * @param broker what is served from a broker, in lines; empty for none
 * @param store where the state of replays is kept; null for memory
 * @param chaos the profile of faults that are injected; null for none
 */
record Banner(
        ReplayServer server,
        List<Path> watched,
        Optional<String> broker,
        @Nullable String store,
        @Nullable Path chaos) {

    @Override
    public String toString() {
        var contracts = server.pacts();
        var text = new StringBuilder();
        text.append("%s serves %s of %s%n%n"
                .formatted(
                        Version.text(),
                        Quantity.of(server.interactions(), "interaction"),
                        Quantity.of(contracts.size(), "contract")));
        text.append("  %-20s %-26s %s%n".formatted("provider", "own port", "on the main port"));
        for (var provider :
                contracts.stream().map(PactFile::provider).distinct().sorted().toList()) {
            var own =
                    server.ports().containsKey(provider) ? server.url(provider).toString() : "-";
            text.append("  %-20s %-26s %s/%s%n".formatted(provider, own, server.url(), provider));
        }
        server.certificate().ifPresent(certificate -> text.append(tls(certificate)));
        broker.ifPresent(lines -> text.append("%n%s".formatted(lines)));
        text.append(state());
        text.append(admin());
        if (chaos != null) {
            text.append("Chaos is on: requests fail as %s says.%n".formatted(chaos));
        }
        if (!watched.isEmpty()) {
            text.append("Reloaded when they change: %s%n"
                    .formatted(watched.stream().map(Path::toString).collect(Collectors.joining(", "))));
        }
        text.append("Stop with Ctrl-C.%n".formatted());
        return text.toString();
    }

    private String tls(ServerCertificate certificate) {
        var own = server.ports().isEmpty() ? "" : ", and each own port, which speaks both";
        var trust = certificate
                .trustedFile()
                .map(pem -> "Clients must trust %s; for Java, ca.p12 beside it.%n".formatted(PathText.of(pem)))
                .orElseGet(() -> "The certificate is for %s, until %s.%n"
                        .formatted(String.join(", ", certificate.names()), certificate.validUntil()));
        return "%nHTTPS: %s/<provider>%s%n%s".formatted(server.tlsUrl(), own, trust);
    }

    private String state() {
        if (server.replays().isEmpty()) {
            return "";
        }
        var place = store == null ? "in memory" : "in " + store.replaceAll("//[^/@]*@", "//***@");
        return "%nWith state, which is kept %s: %s%n".formatted(place, String.join(", ", server.replays()));
    }

    private String admin() {
        return server.isAdminApiClosed()
                ? "%nThe admin API is closed, because other machines can reach this server; --admin-token opens it.%n"
                        .formatted()
                : "%nThe page: %1$s/%nContracts: %1$s/__admin/contracts%nAll mappings: %1$s/__admin/mappings%nRecent requests: %1$s/__admin/requests%n"
                        .formatted(server.url());
    }
}
