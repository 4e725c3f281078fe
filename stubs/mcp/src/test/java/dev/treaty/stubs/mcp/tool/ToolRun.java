package dev.treaty.stubs.mcp.tool;

import java.util.Map;

/** A call of a tool, with its arguments checked as an assistant's are. */
public final class ToolRun {

    private ToolRun() {}

    /** What the tool answers. */
    public static String of(AssistantTool tool, Map<String, Object> arguments) {
        return tool.call(Arguments.of(tool.description(), arguments));
    }
}
