package dev.treaty.pacts.compare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.testing.PactText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSourcesTest {

    @TempDir
    private Path folder = Path.of("");

    private ContractSources sources = sources("pacts");

    @BeforeEach
    void commitTwice() throws Exception {
        sources = sources("pacts");
        git("init", "-q", "-b", "main");
        Files.createDirectory(folder.resolve("pacts"));
        PactText.write(folder.resolve("pacts"), "web-auth.json", PactText.pact("web", "auth", PactText.get("/1", "x")));
        PactText.write(folder.resolve("pacts"), "README.md", "no contract");
        commit("one");
        git("switch", "-q", "-c", "branch");
        PactText.write(
                folder.resolve("pacts"), "web-ümlaut.json", PactText.pact("web", "ümlaut", PactText.get("/2", "x")));
        commit("two");
        git("switch", "-q", "main");
        PactText.write(folder, "unrelated", "");
        commit("three");
    }

    private ContractSources sources(String pacts) {
        return new ContractSources(folder, pacts, () -> {
            throw new IllegalStateException("no broker is needed");
        });
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).as("%s", command).isZero();
    }

    @Test
    void a_folder_and_a_file_are_read_as_they_are() {
        assertThat(providers("pacts")).containsExactly("auth");
        assertThat(providers("pacts/web-auth.json")).containsExactly("auth");
    }

    @Test
    void a_revision_is_read_from_git() {
        assertThat(providers("branch")).containsExactlyInAnyOrder("auth", "ümlaut");
        assertThat(providers("HEAD~1")).containsExactly("auth");
    }

    private List<String> providers(String name) {
        return sources.named(name).contracts().stream()
                .map(contract -> contract.plain().provider())
                .toList();
    }

    @Test
    void a_range_names_two_revisions() {
        assertThat(sources.names("main..branch")).containsExactly("main", "branch");
        assertThat(sources.names("main..")).containsExactly("main", "HEAD");
        assertThat(sources.names("../pacts")).containsExactly("../pacts");
        assertThat(sources.names("broker:a..b")).containsExactly("broker:a..b");
    }

    @Test
    void three_dots_name_the_commit_where_the_two_parted() {
        var names = sources.names("main...branch");

        assertThat(names.get(0)).matches("[0-9a-f]{40}");
        assertThat(names.get(1)).isEqualTo("branch");
    }

    @Test
    void what_is_none_of_these_is_an_error() {
        assertThatThrownBy(() -> sources.named("nothing"))
                .isInstanceOf(UnknownSource.class)
                .hasMessage("""
                        There is no file, folder or git revision with this name.
                          where: nothing
                          fix:   name a pact file, a folder of pact files, a revision such as main or HEAD~1, or broker:<environment>""");
    }

    @Test
    void an_option_of_git_is_no_revision() {
        assertThatThrownBy(() -> sources.named("--output=x")).isInstanceOf(UnknownSource.class);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void a_revision_without_contracts_is_an_error() {
        var elsewhere = sources("contracts").named("main");

        assertThatThrownBy(elsewhere::contracts).hasMessage("""
                        The revision has no contracts in this folder.
                          where: main:contracts
                          fix:   name the folder of the contracts with --pacts, relative to the current folder""");
    }
}
