package dev.treaty.stubs.mcp;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.BoundedText;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ToolDescription.Effect;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool in the form of the protocol. */
final class ToolCall {

    /** Characters of an answer; an assistant reads all of it, and pays for it. */
    private static final int LONGEST = 24_000;

    private ToolCall() {}

    static SyncToolSpecification of(AssistantTool tool) {
        var description = tool.description();
        return SyncToolSpecification.builder()
                .tool(McpSchema.Tool.builder(description.name(), description.inputSchema())
                        .title(description.title())
                        .description(description.text())
                        .annotations(annotations(description))
                        .build())
                .callHandler((exchange, request) -> call(tool, description, request.arguments()))
                .build();
    }

    private static McpSchema.ToolAnnotations annotations(ToolDescription tool) {
        return McpSchema.ToolAnnotations.builder()
                .title(tool.title())
                .readOnlyHint(tool.effect() == Effect.READS)
                .destructiveHint(tool.effect() == Effect.FORGETS)
                .idempotentHint(true)
                .openWorldHint(false)
                .build();
    }

    private static CallToolResult call(
            AssistantTool tool, ToolDescription description, @Nullable Map<String, Object> given) {
        try {
            var arguments = Arguments.of(description, given == null ? Map.of() : new LinkedHashMap<>(given));
            return result(tool.call(arguments), false);
        } catch (TreatyException e) {
            return result(String.valueOf(e.getMessage()), true);
        } catch (RuntimeException | StackOverflowError e) {
            e.printStackTrace(System.err);
            return result(
                    "%s failed, because of a mistake in treaty.\n  where: %s\n  fix:   report it with what treaty mcp wrote to its log"
                            .formatted(description.name(), e.getClass().getName()),
                    true);
        }
    }

    private static CallToolResult result(String text, boolean isError) {
        return CallToolResult.builder()
                .addTextContent(BoundedText.of(text, LONGEST))
                .isError(isError)
                .build();
    }
}
