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
 * Contracts that are not in this repository, with {@code -Dpacts=}: directories, files and URLs, separated by commas. A path is
 * looked for here and in every directory above, because a test runs in its module's directory and not in the one where Maven
 * was called.
 */
public final class LocatedContracts implements ContractSource {

    static final String SETTING = "pacts";

    private final List<String> places;
    private final Path here;

    public LocatedContracts(List<String> places) {
        this(places, Path.of(""));
    }

    public LocatedContracts(List<String> places, Path here) {
        this.places = List.copyOf(places);
        this.here = here.toAbsolutePath();
    }

    @Override
    public List<LoadedContract> with(String provider) {
        return places.stream()
                .flatMap(this::load)
                .filter(contract -> contract.provider().equals(provider))
                .toList();
    }

    @Override
    public String place() {
        return String.join(", ", places);
    }

    private Stream<LoadedContract> load(String place) {
        return place.matches("https?://.*")
                ? Stream.of(LoadedContract.of(download(VerificationSettings.address(SETTING, place)), place))
                : PactFile.load(List.of(found(place))).stream()
                        .map(file -> LoadedContract.of(file, file.path().toString()));
    }

    private Path found(String place) {
        return Stream.<@Nullable Path>iterate(here, directory -> directory != null, directory -> directory.getParent())
                .map(directory -> directory.resolve(place).normalize())
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new ContractsUnavailable(
                        "There is nothing where the contracts should come from.",
                        "-D%s=%s, looked for in %s and every folder above it".formatted(SETTING, place, here),
                        "name a folder of pact files, one such file, or a URL"));
    }

    private static PactFile download(URI url) {
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
                throw new ContractsUnavailable(
                        "A contract cannot be loaded: the answer is %d.".formatted(response.statusCode()), url);
            }
            var path = Path.of(url.getPath()).getFileName();
            return PactFile.parse(path == null ? Path.of("pact.json") : path, response.body());
        } catch (IOException e) {
            throw new ContractsUnavailable(
                    "A contract cannot be loaded: nobody answers (%s)."
                            .formatted(e.getClass().getSimpleName()),
                    url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractsUnavailable("A contract was not loaded: the verification was interrupted.", url);
        }
    }
}
