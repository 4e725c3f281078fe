package dev.treaty.stubs.server.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workflow that makes a release has few rights, and all places agree which version it is. */
class ReleaseFilesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern VERSION = Pattern.compile("<treaty.version>(\\d+\\.\\d+\\.\\d+)</treaty.version>");

    @Test
    void only_the_job_that_publishes_may_write_and_it_runs_nothing_of_the_build() throws IOException {
        var release = Workflow.read("release.yml");

        assertThat(release.root().path("permissions")).hasToString("{\"contents\":\"read\"}");
        assertThat(release.job("build").has("permissions")).isFalse();
        assertThat(release.job("publish").path("permissions")).hasToString("{\"contents\":\"write\"}");
        assertThat(release.scripts("publish")).noneMatch(script -> script.contains("mvn") || script.contains("java"));
    }

    @Test
    void every_action_is_pinned_and_no_text_of_an_event_is_put_into_a_script() throws IOException {
        var release = Workflow.read("release.yml");

        assertThat(release.steps().filter(step -> step.has("uses")))
                .isNotEmpty()
                .allMatch(step -> step.path("uses").asText().matches("[\\w-]+/[\\w/-]+@[0-9a-f]{40}"));
        assertThat(release.steps().filter(step -> step.has("run")))
                .isNotEmpty()
                .noneMatch(step -> step.path("run").asText().contains("${{"));
        assertThat(release.root().at("/defaults/run/shell").asText()).isEqualTo("bash");
    }

    @Test
    void the_sums_are_checked_before_anything_is_attached() throws IOException {
        assertThat(Workflow.read("release.yml").scripts("publish").collect(joining("\n")))
                .matches(
                        "(?s).*sha256sum -c SHA256SUMS.*gh release create \"\\$GITHUB_REF_NAME\" --verify-tag .*target/release/\\*.*");
    }

    @Test
    void the_version_of_the_release_has_notes() throws IOException {
        var version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml"), UTF_8));

        assertThat(version.find()).isTrue();
        assertThat(ROOT.resolve(".github/release-notes").resolve(version.group(1) + ".md"))
                .content(UTF_8)
                .startsWith("Treaty %s".formatted(version.group(1)))
                .contains("treaty-%s.jar".formatted(version.group(1)), "## What is not covered");
    }
}
