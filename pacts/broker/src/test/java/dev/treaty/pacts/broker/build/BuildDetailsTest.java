package dev.treaty.pacts.broker.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDetailsTest {

    private static final String OTHER_COMMIT = "4f2c9d0e8b7a6f5e4d3c2b1a09f8e7d6c5b4a392";

    @TempDir
    Path folder;

    private String git(String... arguments) throws IOException, InterruptedException {
        return new GitFolder(folder).run(arguments);
    }

    private String commit() throws Exception {
        Files.writeString(folder.resolve("a.json"), "{}");
        return GitFolder.commitAll(folder);
    }

    @Test
    void git_says_the_full_commit_and_the_branch() throws Exception {
        var commit = commit();

        var details = BuildDetails.of(folder, Map.of());

        assertThat(details.version()).contains(commit);
        assertThat(details.branch()).contains("trunk");
        assertThat(details.mainBranch()).isEmpty();
    }

    @Test
    void B5_the_default_branch_of_origin_is_the_main_branch() throws Exception {
        commit();
        git("update-ref", "refs/remotes/origin/trunk", "HEAD");
        git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");

        assertThat(BuildDetails.of(folder, Map.of()).mainBranch()).contains("trunk");
    }

    @Test
    void B5_the_ci_server_says_the_main_branch_of_a_shallow_clone() throws Exception {
        var event =
                Files.writeString(folder.resolve("event.json"), "{\"repository\": {\"default_branch\": \"trunk\"}}");

        assertThat(BuildDetails.of(folder, Map.of("CI_DEFAULT_BRANCH", "trunk")).mainBranch())
                .contains("trunk");
        assertThat(BuildDetails.of(folder, Map.of("GITHUB_EVENT_PATH", event.toString()))
                        .mainBranch())
                .contains("trunk");
        assertThat(BuildDetails.of(folder, Map.of("GITHUB_EVENT_PATH", "missing.json"))
                        .mainBranch())
                .isEmpty();
    }

    @Test
    void the_ci_server_says_the_branch_of_a_commit_without_one() throws Exception {
        var commit = commit();
        git("checkout", "-q", "--detach");

        assertThat(BuildDetails.of(folder, Map.of("GITHUB_SHA", commit, "GITHUB_REF_NAME", "feat/x"))
                        .branch())
                .contains("feat/x");
        assertThat(BuildDetails.of(folder, Map.of("GIT_COMMIT", commit, "GIT_BRANCH", "origin/feat/x"))
                        .branch())
                .contains("feat/x");
    }

    /** As in a build that a webhook started: its environment tells the default branch, but another commit is checked out. */
    @Test
    void B3_the_branch_of_another_commit_is_not_taken_for_that_of_this_one() throws Exception {
        var commit = commit();
        git("checkout", "-q", "--detach");

        var details = BuildDetails.of(folder, Map.of("GITHUB_SHA", OTHER_COMMIT, "GITHUB_REF_NAME", "main"));

        assertThat(details.version()).contains(commit);
        assertThat(details.branch()).isEmpty();
    }

    @Test
    void the_branch_of_a_pull_request_is_its_source_branch() {
        var details = BuildDetails.of(
                folder, Map.of("GITHUB_SHA", OTHER_COMMIT, "GITHUB_HEAD_REF", "feat/x", "GITHUB_REF_NAME", "7/merge"));

        assertThat(details.version()).contains(OTHER_COMMIT);
        assertThat(details.branch()).contains("feat/x");
    }

    @Test
    void a_tag_is_not_a_branch() {
        assertThat(BuildDetails.of(folder, Map.of("GITHUB_REF_NAME", "v1", "GITHUB_REF_TYPE", "tag"))
                        .branch())
                .isEmpty();
        assertThat(BuildDetails.of(folder, Map.of("CI_COMMIT_REF_NAME", "v1", "CI_COMMIT_TAG", "v1"))
                        .branch())
                .isEmpty();
    }

    @Test
    void the_ci_server_says_the_page_of_the_build() {
        assertThat(BuildDetails.of(folder, Map.of("GITHUB_RUN_ID", "7", "GITHUB_REPOSITORY", "o/r"))
                        .url())
                .contains("https://github.com/o/r/actions/runs/7");
        assertThat(BuildDetails.of(folder, Map.of("BUILD_URL", "https://ci.example/7"))
                        .url())
                .contains("https://ci.example/7");
    }

    @Test
    void without_git_and_a_ci_server_nothing_is_known() {
        assertThat(BuildDetails.of(folder, Map.of()))
                .isEqualTo(new BuildDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void files_that_differ_from_the_commit_are_found() throws Exception {
        commit();
        var committed = folder.resolve("a.json");
        var added = Files.writeString(folder.resolve("b.json"), "{}");

        assertThat(BuildDetails.uncommitted(folder, List.of(committed, added))).containsExactly("b.json");

        Files.writeString(committed, "{\"x\": 1}");

        assertThat(BuildDetails.uncommitted(folder, List.of(committed))).containsExactly("a.json");
    }
}
