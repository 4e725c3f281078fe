package dev.treaty.stubs.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.mcp.contracts.WatchedContracts;
import dev.treaty.stubs.mcp.running.LoopbackAddress;
import dev.treaty.stubs.mcp.running.RunningServer;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolsTest {

    @Test
    void without_changes_every_tool_only_reads() {
        assertThat(descriptions(false)).extracting(ToolDescription::effect).containsOnly(Effect.READS);
    }

    @Test
    void with_changes_those_come_after_the_others() {
        var all = descriptions(true);
        var reading = descriptions(false);

        assertThat(all.subList(0, reading.size()))
                .extracting(ToolDescription::name)
                .isEqualTo(reading.stream().map(ToolDescription::name).toList());
        assertThat(all.subList(reading.size(), all.size()))
                .isNotEmpty()
                .extracting(ToolDescription::effect)
                .doesNotContain(Effect.READS);
    }

    @Test
    void every_tool_and_argument_is_described_in_sentences() {
        assertThat(descriptions(true)).allSatisfy(tool -> {
            assertThat(tool.name()).matches("[a-z]+(_[a-z]+)*");
            assertThat(tool.text()).endsWith(".").hasSizeLessThan(500);
            assertThat(tool.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.description()).endsWith("."));
        });
    }

    private static List<ToolDescription> descriptions(boolean changes) {
        return Tools.of(
                        new WatchedContracts(List.of()),
                        new RunningServer(LoopbackAddress.of("http://127.0.0.1:8080"), Optional.empty()),
                        changes)
                .stream()
                .map(AssistantTool::description)
                .toList();
    }
}
