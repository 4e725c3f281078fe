package dev.treaty.provider.environmentcloner.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** Statistics as they are stored. */
final class StatisticsJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<TableStatistics>> TABLES = new TypeReference<>() {};
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private StatisticsJson() {}

    static String write(Statistics statistics) {
        var members = new LinkedHashMap<String, Object>();
        members.put("tables", statistics.tables());
        members.put("schemaChanges", statistics.schemaChanges());
        members.put("duration", statistics.duration().toMillis());
        members.put("rowsPerSecond", statistics.rowsPerSecond());
        members.put("foreignKeysChecked", statistics.foreignKeysChecked());
        members.put("survivors", statistics.survivors());
        members.put("notCopied", statistics.notCopied());
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records, strings and numbers can be written as JSON", e);
        }
    }

    static Statistics read(String json) {
        try {
            var members = JSON.readTree(json);
            return new Statistics(
                    JSON.convertValue(members.path("tables"), TABLES),
                    JSON.convertValue(members.path("schemaChanges"), STRINGS),
                    Duration.ofMillis(members.path("duration").longValue()),
                    members.path("rowsPerSecond").longValue(),
                    members.path("foreignKeysChecked").intValue(),
                    members.path("survivors").longValue(),
                    JSON.convertValue(members.path("notCopied"), STRINGS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
