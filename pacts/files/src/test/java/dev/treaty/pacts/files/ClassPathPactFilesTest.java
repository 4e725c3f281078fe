package dev.treaty.pacts.files;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathPactFilesTest {

    @TempDir
    Path folder;

    @Test
    void the_first_of_two_contracts_with_the_same_name_counts() throws IOException {
        var own = jar("own.jar", "c-p.json\n", Map.of("c-p.json", pact("c", "p", get("/x", "own"))));
        var others = jar(
                "others.jar",
                "a b.json\nc-p.json\n",
                Map.of("a b.json", pact("a", "b", get("/x", "x")), "c-p.json", pact("c", "p", get("/y", "theirs"))));

        try (var classPath = new URLClassLoader(new URL[] {own, others}, null)) {
            var contracts = PactFile.onClassPath(classPath);

            assertThat(contracts).extracting(PactFile::provider).containsExactly("p", "b");
            assertThat(contracts.get(0).interactions().get(0).getDescription()).isEqualTo("a GET of /x");
        }
    }

    @Test
    void a_class_path_without_contracts_is_reported() throws IOException {
        try (var classPath = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> PactFile.onClassPath(classPath))
                    .isInstanceOf(UnreadablePactFile.class)
                    .hasMessage("""
                            There are no contracts on the class path.
                              where: pacts/index.txt, which lists them, is not in any jar or folder on it
                              fix:   add a jar of contracts as a dependency, e.g. dev.treaty:pacts; or name pact files or folders""");
        }
    }

    @Test
    void a_contract_that_is_listed_but_missing_is_reported() throws IOException {
        var broken = jar("broken.jar", "c-p.json\n", Map.of());

        try (var classPath = new URLClassLoader(new URL[] {broken}, null)) {
            assertThatThrownBy(() -> PactFile.onClassPath(classPath))
                    .isInstanceOf(UnreadablePactFile.class)
                    .hasMessageContaining("where: pacts/c-p.json");
        }
    }

    @Test
    void a_broken_contract_is_reported() throws IOException {
        var broken = jar("broken.jar", "c-p.json\n", Map.of("c-p.json", "{\n  \"consumer\": ]"));

        try (var classPath = new URLClassLoader(new URL[] {broken}, null)) {
            assertThatThrownBy(() -> PactFile.onClassPath(classPath))
                    .isInstanceOf(UnreadablePactFile.class)
                    .hasMessageContaining("where: c-p.json, line 2, column ");
        }
    }

    private URL jar(String name, String index, Map<String, String> contracts) throws IOException {
        var file = folder.resolve(name);
        var entries = new TreeMap<>(contracts);
        entries.put("index.txt", index);
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry("pacts/" + entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toUri().toURL();
    }
}
