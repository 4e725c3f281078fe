package dev.treaty.stubs.server.pipeline;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes wrong in pipelines unless somebody looks: unpinned actions, too many rights, texts of strangers in a shell, jobs that hang. */
class PipelineFilesTest {

    private static Stream<String> jobs() throws IOException {
        return Workflow.read().jobNames().stream();
    }

    @Test
    void every_action_is_pinned_to_a_commit() throws IOException {
        assertThat(Workflow.read().steps().filter(step -> step.has("uses")))
                .extracting(step -> step.path("uses").asText())
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w-]+/[\\w/-]+@[0-9a-f]{40}"));
    }

    @Test
    void a_job_may_only_read_unless_it_comments() throws IOException {
        var workflow = Workflow.read();

        assertThat(workflow.root().path("permissions")).hasToString("{\"contents\":\"read\"}");
        assertThat(jobs().filter(job -> workflow.job(job).has("permissions"))).containsExactly("compare");
        assertThat(workflow.job("compare").path("permissions"))
                .hasToString("{\"contents\":\"read\",\"pull-requests\":\"write\"}");
    }

    @Test
    void a_command_that_fails_before_a_pipe_fails_its_job() throws IOException {
        var workflow = Workflow.read();

        // GitHub's default is bash without pipefail; only a shell that is named has it.
        assertThat(workflow.root().at("/defaults/run/shell").asText()).isEqualTo("bash");
        assertThat(workflow.jobNames()).noneMatch(job -> workflow.job(job).has("defaults"));
        assertThat(workflow.steps()).noneMatch(step -> step.has("shell"));
        assertThat(JenkinsPipeline.read().allScripts())
                .as("Jenkins runs sh, which has no pipefail everywhere")
                .isNotEmpty()
                .noneMatch(script -> script.matches("(?s).*[^|]\\|[^|].*") && !script.contains("case \"$PROVIDER\""));
    }

    @Test
    void no_text_of_an_event_is_put_into_a_script() throws IOException {
        assertThat(Workflow.read().steps().filter(step -> step.has("run")))
                .isNotEmpty()
                .noneMatch(step -> step.path("run").asText().contains("${{"));
    }

    @Test
    void every_job_ends_and_every_job_that_it_needs_exists() throws IOException {
        var workflow = Workflow.read();

        assertThat(jobs().map(workflow::job))
                .allMatch(job -> job.path("timeout-minutes").asInt() > 0);
        assertThat(jobs().map(workflow::job).filter(job -> job.has("needs")))
                .extracting(job -> job.path("needs").asText())
                .isNotEmpty()
                .isSubsetOf(workflow.jobNames());
    }

    @Test
    void every_provider_and_module_that_is_named_exists() throws IOException {
        var workflow = Workflow.read();
        var providers = workflow.job("providers")
                .at("/strategy/matrix/provider")
                .valueStream()
                .map(JsonNode::asText)
                .collect(toSet());

        assertThat(providers)
                .isNotEmpty()
                .allMatch(provider -> Files.exists(Path.of("../../providers", provider, "pom.xml")));
        assertThat(JenkinsPipeline.read().scripts("Publish").skip(1))
                .singleElement()
                .asString()
                .contains(providers);
    }

    @Test
    void jenkins_has_the_same_stages() throws IOException {
        assertThat(JenkinsPipeline.read().stageNames())
                .containsExactly("Build", "Compare", "Publish", "Verify one contract", "Deploy");
    }
}
