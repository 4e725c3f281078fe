package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.deployment.LiveVersion;
import java.util.Map;
import picocli.CommandLine.Command;

/** Records that a version was released. */
@Command(
        name = "record-release",
        description =
                "Records that a version was released to an environment, beside those that are released there already, e.g. a mobile app.",
        footer = {
            "",
            "Example:",
            "  treaty record-release --pacticipant web-app \\",
            "      --version $(git rev-parse HEAD) --environment production"
        },
        sortOptions = false)
public final class RecordReleaseCommand extends VersionRecordCommand {

    /** Called by {@code ServiceLoader}. */
    public RecordReleaseCommand() {
        this(System.getenv());
    }

    RecordReleaseCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    LiveVersion record() {
        return broker().deployments().recordRelease(pacticipant, version, environment);
    }

    @Override
    String what() {
        return "is released to " + environment;
    }
}
