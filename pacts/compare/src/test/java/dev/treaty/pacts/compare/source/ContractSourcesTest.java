package dev.treaty.pacts.compare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.broker.PactBroker;
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
        return new ContractSources(folder, pacts, ContractSourcesTest::noBroker);
    }

    private static PactBroker noBroker() {
        throw new IllegalStateException("no broker is needed");
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", message);
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
    void a_branch_that_only_the_remote_has_is_named() throws Exception {
        git("update-ref", "refs/remotes/origin/release", "main");

        assertThatThrownBy(() -> sources.named("release"))
                .isInstanceOf(UnknownSource.class)
                .hasMessageEndingWith("was cloned from.\n  where: release\n  fix:   name it origin/release");
        assertThat(providers("origin/release")).containsExactly("auth");
    }

    @Test
    void a_range_of_an_unknown_revision_is_an_error_like_the_revision() {
        for (var range : List.of("nothing...main", "main...nothing")) {
            assertThatThrownBy(() -> sources.names(range))
                    .isInstanceOf(UnknownSource.class)
                    .hasMessageStartingWith(
                            "There is no file, folder or git revision with this name.\n  where: nothing\n");
        }
    }

    @Test
    void where_two_parted_is_not_known_in_a_shallow_clone(@TempDir Path parent) throws Exception {
        git(
                "clone",
                "-q",
                "--depth=1",
                "--no-single-branch",
                folder.toUri().toString(),
                parent.resolve("clone").toString());
        var shallow = new ContractSources(parent.resolve("clone"), "pacts", ContractSourcesTest::noBroker);

        assertThatThrownBy(() -> shallow.names("main...origin/branch")).hasMessage("""
                        The commit where the two parted is not in this clone, which is shallow.
                          where: main...origin/branch
                          fix:   fetch it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout""");
        assertThatThrownBy(() -> shallow.named("HEAD~1"))
                .hasMessageStartingWith("There is no file, folder or git revision with this name.\n  where: HEAD~1\n")
                .hasMessageEndingWith(
                        "because this clone is shallow: git fetch --unshallow, or fetch-depth: 0 for actions/checkout");
        assertThat(shallow.names("main..origin/branch")).containsExactly("main", "origin/branch");
    }

    @Test
    void two_without_a_common_commit_can_be_compared_as_they_are() throws Exception {
        git("switch", "-q", "--orphan", "other");
        commit("first of its own");

        assertThatThrownBy(() -> sources.names("main...other")).hasMessage("""
                        The two have no commit in common.
                          where: main...other
                          fix:   compare them as they are: main..other""");
    }

    @Test
    void without_a_repository_nothing_is_a_revision(@TempDir Path parent) {
        var elsewhere = new ContractSources(parent, "pacts", ContractSourcesTest::noBroker);

        assertThatThrownBy(() -> elsewhere.named("main"))
                .isInstanceOf(UnknownSource.class)
                .hasMessageStartingWith(
                        "There is no file or folder with this name, and git, which could know it as a revision, fails: fatal: not a git repository")
                .hasMessageEndingWith("fix:   name a file or a folder; or run this in a repository that git reads");
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

    @Test
    void a_repository_without_a_working_tree_is_read(@TempDir Path parent) throws Exception {
        git("clone", "-q", "--bare", folder.toString(), parent.resolve("bare").toString());
        var bare = new ContractSources(parent.resolve("bare"), "pacts", ContractSourcesTest::noBroker);

        assertThat(bare.named("branch").contracts())
                .extracting(contract -> contract.plain().provider())
                .containsExactlyInAnyOrder("auth", "ümlaut");
    }

    @Test
    void a_folder_with_a_space_below_the_current_one_is_read() throws Exception {
        Files.createDirectories(folder.resolve("of all/teams ä"));
        PactText.write(
                folder.resolve("of all/teams ä"), "a b.json", PactText.pact("web", "billing", PactText.get("/1", "x")));
        commit("four");
        var below = new ContractSources(folder.resolve("of all"), "teams ä", ContractSourcesTest::noBroker);

        assertThat(below.named("main").contracts())
                .extracting(contract -> contract.plain().provider())
                .containsExactly("billing");
    }

    @Test
    void contracts_in_a_submodule_are_in_another_repository(@TempDir Path parent) throws Exception {
        git("clone", "-q", folder.toString(), parent.resolve("other").toString());
        git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "-q",
                "add",
                parent.resolve("other").toString(),
                "contracts");
        commit("submodule");
        var source = sources("contracts/pacts").named("main");

        assertThatThrownBy(source::contracts).hasMessage("""
                        The revision has no contracts in this folder, which belongs to a submodule: its files are in another repository.
                          where: main:contracts/pacts
                          fix:   run this in contracts, with a revision of the submodule""");
    }
}
