package dev.treaty.pacts.broker.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a command prints; named as on the command line. */
enum OutputFormat {
    /** For people. */
    text,
    /** For people, too; the official command line calls it so where it prints a table. */
    table,
    /** For programs. */
    json,
    /** Only what identifies the result. */
    id;

    /** JSON with line breaks, as the official command line calls it; ours always has them. */
    private static final String PRETTY = "pretty";

    /** Takes no other formats than those of a command. */
    private abstract static class Choice implements ITypeConverter<OutputFormat> {

        private final Map<String, OutputFormat> formats = new LinkedHashMap<>();

        Choice(OutputFormat... formats) {
            for (var format : formats) {
                this.formats.put(format.name(), format);
            }
        }

        /** Takes another name for a format, too. */
        final void also(String name, OutputFormat format) {
            formats.put(name, format);
        }

        @Override
        public final OutputFormat convert(String name) {
            return Optional.ofNullable(formats.get(name))
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not one of %s".formatted(name, String.join(", ", formats.keySet()))));
        }
    }

    static final class JsonOrText extends Choice {
        JsonOrText() {
            super(json, text);
            also(PRETTY, json);
        }
    }

    static final class JsonOrTable extends Choice {
        JsonOrTable() {
            super(json, table);
        }
    }

    static final class JsonTextOrTable extends Choice {
        JsonTextOrTable() {
            super(json, table, text);
            also(PRETTY, json);
        }
    }

    static final class JsonTextOrId extends Choice {
        JsonTextOrId() {
            super(json, text, id);
        }
    }

    static final class JsonTableOrId extends Choice {
        JsonTableOrId() {
            super(json, table, id);
        }
    }
}
