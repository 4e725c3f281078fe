package dev.treaty.pacts.broker.command;

import java.util.List;
import java.util.stream.Collectors;
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

    /** Takes no other formats than those of a command. */
    private abstract static class Choice implements ITypeConverter<OutputFormat> {

        private final List<OutputFormat> formats;

        Choice(OutputFormat... formats) {
            this.formats = List.of(formats);
        }

        @Override
        public final OutputFormat convert(String name) {
            return formats.stream()
                    .filter(format -> format.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'%s' is not one of %s"
                            .formatted(
                                    name,
                                    formats.stream().map(OutputFormat::name).collect(Collectors.joining(", ")))));
        }
    }

    static final class JsonOrText extends Choice {
        JsonOrText() {
            super(json, text);
        }
    }

    static final class JsonOrTable extends Choice {
        JsonOrTable() {
            super(json, table);
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
