package dev.treaty.stubs.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * A workload on disk, in each form that a server reads.
 *
 * @param pact a pact file
 * @param wireMock WireMock's root directory, with {@code mappings/all.json} in it
 * @param mockServer a JSON list of MockServer's expectations; empty where it is not measured
 */
public record WorkloadFiles(Path pact, Path wireMock, Path mockServer) {

    /** Writes all of them below the folder, and overwrites what was there. */
    public static WorkloadFiles write(Workload workload, Path folder) throws IOException {
        var own = folder.resolve(workload.name());
        var files = new WorkloadFiles(
                own.resolve("billing-stripe.json"), own.resolve("wiremock"), own.resolve("mockserver.json"));
        var mappings = Files.createDirectories(files.wireMock.resolve("mappings"));
        writePact(files.pact, workload::interaction, workload.interactions());
        write(mappings.resolve("all.json"), "{\"mappings\": [\n", workload::mapping, workload.interactions(), "\n]}\n");
        write(
                files.mockServer,
                "[\n",
                number -> workload.expectation(number).orElseThrow(),
                workload.expectation(0).isPresent() ? workload.interactions() : 0,
                "\n]\n");
        return files;
    }

    /** Writes a pact of billing with stripe, and overwrites what was there; the folder must exist. */
    public static void writePact(Path file, IntFunction<String> interaction, int count) throws IOException {
        write(
                file,
                "{\"consumer\": {\"name\": \"billing\"}, \"provider\": {\"name\": \"stripe\"}, \"interactions\": [\n",
                interaction,
                count,
                "\n], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}\n");
    }

    private static void write(Path file, String before, IntFunction<String> element, int count, String after)
            throws IOException {
        try (var json = Files.newBufferedWriter(file, UTF_8)) {
            json.write(before);
            for (var number = 0; number < count; number++) {
                json.write(number == 0 ? "" : ",\n");
                json.write(element.apply(number));
            }
            json.write(after);
        }
    }
}
