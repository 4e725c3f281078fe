package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.command.ClonerStandIn.Reply;
import java.util.Map;

/** Clones as the service writes them. */
final class CloneJson {

    private CloneJson() {}

    /** Clone cln_42 of production into training, while it runs. */
    static Reply running(String phase, int percent, long rows, int tables) {
        return Reply.json(
                200,
                clone(
                        "running",
                        "\"phase\":\"%s\",\"startedAt\":\"2026-01-15T09:29:00Z\",".formatted(phase),
                        percent,
                        rows,
                        tables));
    }

    /** The same in another state. */
    static Reply inState(String state, String more) {
        return Reply.json(200, clone(state, more, 100, 1_100_000, 9));
    }

    /** The response to the request to start it. */
    static Reply accepted() {
        return new Reply(
                202,
                Map.of("Content-Type", "application/json", "Location", "/clones/cln_42", "Retry-After", "0"),
                clone("queued", "", 0, 0, 0));
    }

    static Reply completed() {
        return inState(
                "completed",
                "\"startedAt\":\"2026-01-15T09:29:00Z\",\"finishedAt\":\"2026-01-15T09:31:30Z\",\"backup\":\"bak_42\",");
    }

    private static String clone(String state, String more, int percent, long rows, int tables) {
        return """
                {"id":"cln_42","source":"production","target":"training","state":"%s",%s
                 "progress":{"percent":%d,"rows":%d,"rowsTotal":1100000,"tables":%d,"tablesTotal":9,"bytes":73400320}}
                """.formatted(state, more, percent, rows, tables);
    }
}
