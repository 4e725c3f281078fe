package dev.treaty.stubs.mcp.tool;

import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;

/** A call of a tool with arguments that it does not take. The values are not repeated: they may be secret, or long. */
public final class InvalidArguments extends TreatyException {

    private InvalidArguments(String what, String where, String fix) {
        super(what, where, fix);
    }

    static InvalidArguments unknown(String tool, String name, List<String> known) {
        var shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return new InvalidArguments(
                "%s has no argument \"%s\".".formatted(tool, shown),
                "the arguments of " + tool,
                known.isEmpty()
                        ? "call it without arguments"
                        : "did you mean %s? It takes %s"
                                .formatted(Similarity.nearest(shown, known).get(0), String.join(", ", known)));
    }

    static InvalidArguments missing(String tool, Parameter parameter) {
        return new InvalidArguments(
                "%s needs the argument \"%s\".".formatted(tool, parameter.name()),
                "the arguments of " + tool,
                "pass it: " + parameter.description());
    }

    static InvalidArguments wrong(String tool, Parameter parameter, String fault) {
        return new InvalidArguments(
                "The argument \"%s\" %s.".formatted(parameter.name(), fault),
                "the arguments of " + tool,
                "pass it as its schema says: " + parameter.description());
    }
}
