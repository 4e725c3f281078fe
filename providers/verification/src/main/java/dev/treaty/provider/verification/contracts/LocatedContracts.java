package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contracts at the locations that a setting names: folders, files and URLs, separated by commas. A path is resolved against the
 * working directory; for a test, then against all folders above it, because it runs in its module's folder, not in the one where Maven was
 * started.
 */
final class LocatedContracts implements ContractSource {

    static final String SETTING = "pacts";

    private final VerificationSettings settings;
    private final List<String> locations;
    private final Path here;
    private final boolean searchesAbove;

    LocatedContracts(VerificationSettings settings, Path here, boolean searchesAbove) {
        this.settings = settings;
        this.locations = settings.values(SETTING);
        this.here = here.toAbsolutePath();
        this.searchesAbove = searchesAbove;
    }

    @Override
    public List<LoadedContract> with(String provider) {
        return locations.stream()
                .flatMap(this::load)
                .filter(contract -> contract.provider().equals(provider))
                .toList();
    }

    @Override
    public String place() {
        return String.join(", ", locations);
    }

    private Stream<LoadedContract> load(String location) {
        return location.matches("https?://.*")
                ? Stream.of(LoadedContract.of(
                        download(VerificationSettings.url(settings.option(SETTING), location)), location))
                : PactFile.load(List.of(found(location))).stream()
                        .map(file -> LoadedContract.of(file, file.path().toString()));
    }

    private Path found(String location) {
        return Stream.<@Nullable Path>iterate(here, folder -> folder != null, folder -> folder.getParent())
                .limit(searchesAbove ? Long.MAX_VALUE : 1)
                .map(folder -> folder.resolve(location).normalize())
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new ContractsUnavailable(
                        "There is no such file or folder.",
                        "%s%s, looked for in %s%s"
                                .formatted(
                                        settings.option(SETTING),
                                        location,
                                        here,
                                        searchesAbove ? " and every folder above it" : ""),
                        "name a folder of pact files, a pact file, or a URL"));
    }

    private PactFile download(URI url) {
        var request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .build();
        var client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw notLoaded("the status is %d".formatted(response.statusCode()), url);
            }
            var path = Path.of(url.getPath()).getFileName();
            return PactFile.parse(path == null ? Path.of("pact.json") : path, response.body());
        } catch (IOException e) {
            throw notLoaded("no response (%s)".formatted(e.getClass().getSimpleName()), url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notLoaded("the verification was interrupted", url);
        }
    }

    private ContractsUnavailable notLoaded(String why, URI url) {
        return new ContractsUnavailable(
                "A contract cannot be loaded: %s.".formatted(why),
                url.toString(),
                "check %s, and that the URL returns a pact file".formatted(settings.option(SETTING)));
    }
}
