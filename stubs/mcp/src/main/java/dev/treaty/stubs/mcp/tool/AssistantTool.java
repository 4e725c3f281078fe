package dev.treaty.stubs.mcp.tool;

/** Something that an assistant may ask this process to do. */
public interface AssistantTool {

    /** What the assistant is told about it. */
    ToolDescription description();

    /**
     * Does it, on any thread.
     *
     * @return plain text for the assistant; what is too long is cut off by the caller
     * @throws dev.treaty.pacts.errors.TreatyException for what the assistant or its user can fix
     */
    String call(Arguments arguments);
}
