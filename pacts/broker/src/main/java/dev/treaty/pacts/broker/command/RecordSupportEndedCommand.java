package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.deployment.LiveVersion;
import java.util.Map;
import picocli.CommandLine.Command;

/** Records that a released version is no longer supported. */
@Command(
        name = "record-support-ended",
        description = "Records that a released version is no longer supported in an environment.",
        footer = {
            "",
            "Example:",
            "  treaty record-support-ended --pacticipant web-app --version 4f2c… \\",
            "      --environment production"
        },
        sortOptions = false)
public final class RecordSupportEndedCommand extends VersionRecordCommand {

    /** Called by {@code ServiceLoader}. */
    public RecordSupportEndedCommand() {
        this(System.getenv());
    }

    RecordSupportEndedCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    LiveVersion record() {
        return broker().deployments().recordSupportEnded(pacticipant, version, environment);
    }

    @Override
    String what() {
        return "is no longer supported in " + environment;
    }
}
