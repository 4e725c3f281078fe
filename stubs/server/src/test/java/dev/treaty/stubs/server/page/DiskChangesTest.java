package dev.treaty.stubs.server.page;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.testing.PactText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskChangesTest {

    @TempDir
    private Path repository;

    @Test
    void an_edited_contract_is_compared_with_the_last_commit() throws IOException, InterruptedException {
        var folder = Files.createDirectory(repository.resolve("contracts"));
        PactText.write(folder, "shop-api.json", pact("shop", "api", get("/x", "before")));
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first");
        var changes = new DiskChanges(List.of(folder));
        assertThat(changes.text())
                .hasValueSatisfying(
                        text -> assertThat(text)
                                .contains(
                                        "No provider that satisfies the contracts of HEAD is shown to break those of contracts."));

        PactText.write(folder, "shop-api.json", pact("shop", "api", get("/x", "after")));

        assertThat(changes.text())
                .hasValueSatisfying(text ->
                        assertThat(text).contains("a GET of /x", "accepted before, refused now", "api must verify"));
    }

    @Test
    void a_folder_outside_git_says_what_to_do() throws IOException {
        var folder = Files.createDirectory(repository.resolve("contracts"));
        PactText.write(folder, "shop-api.json", pact("shop", "api", get("/x", "x")));

        assertThat(new DiskChanges(List.of(folder)).text())
                .hasValueSatisfying(text -> assertThat(text).contains("where:", "fix:"));
    }

    @Test
    void single_files_are_not_compared() throws IOException {
        var file = PactText.write(repository, "shop-api.json", pact("shop", "api", get("/x", "x")));

        assertThat(new DiskChanges(List.of(file)).text()).isEmpty();
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(repository.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }
}
