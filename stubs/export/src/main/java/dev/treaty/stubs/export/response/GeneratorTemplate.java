package dev.treaty.stubs.export.response;

import au.com.dius.pact.core.model.generators.DateGenerator;
import au.com.dius.pact.core.model.generators.DateTimeGenerator;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.MockServerURLGenerator;
import au.com.dius.pact.core.model.generators.RandomBooleanGenerator;
import au.com.dius.pact.core.model.generators.RandomHexadecimalGenerator;
import au.com.dius.pact.core.model.generators.RandomIntGenerator;
import au.com.dius.pact.core.model.generators.RandomStringGenerator;
import au.com.dius.pact.core.model.generators.TimeGenerator;
import au.com.dius.pact.core.model.generators.UuidFormat;
import au.com.dius.pact.core.model.generators.UuidGenerator;
import dev.treaty.stubs.export.draft.Deviation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A generator as a WireMock template.
 *
 * @param text e.g. <code>{{randomValue type='UUID'}}</code>
 * @param isText whether it generates a text, which JSON puts in quotes
 */
record GeneratorTemplate(String text, boolean isText, Set<Deviation> deviations) {

    /** For {@code now}, whose formats are {@link java.text.SimpleDateFormat}'s; some letters mean something else there. */
    private static final Pattern SAME_IN_BOTH = Pattern.compile("(?:[yMdHhmsaEzZX]|SSS|[^a-zA-Z]|'[^']*')*");

    /** Empty if WireMock has no such template. */
    static Optional<GeneratorTemplate> of(Generator generator) {
        if (generator instanceof RandomIntGenerator number) {
            // WireMock fails on a range without numbers, of which pact-jvm generates the first
            return number.getMin() == number.getMax()
                    ? Optional.of(new GeneratorTemplate(
                            String.valueOf(number.getMin()), false, EnumSet.noneOf(Deviation.class)))
                    : value("randomInt lower=%d upper=%d".formatted(number.getMin(), number.getMax()));
        }
        if (generator instanceof RandomBooleanGenerator) {
            return value("pickRandom 'true' 'false'");
        }
        if (generator instanceof RandomHexadecimalGenerator hexadecimal) {
            return text("randomValue length=%d type='HEXADECIMAL'".formatted(hexadecimal.getDigits()));
        }
        if (generator instanceof RandomStringGenerator string) {
            return Optional.of(new GeneratorTemplate(
                    "{{randomValue length=%d type='ALPHANUMERIC'}}".formatted(string.getSize()),
                    true,
                    EnumSet.of(Deviation.NARROWER_RESPONSE)));
        }
        if (generator instanceof UuidGenerator uuid) {
            return Optional.of(uuid(uuid.getFormat()));
        }
        if (generator instanceof MockServerURLGenerator url) {
            return url(url);
        }
        return ofTime(generator);
    }

    private static GeneratorTemplate uuid(@Nullable UuidFormat format) {
        var plain = "{{randomValue type='UUID'}}";
        if (format == UuidFormat.Simple) {
            return new GeneratorTemplate("{{randomValue length=32 type='HEXADECIMAL'}}", true, Set.of());
        }
        if (format == UuidFormat.UpperCaseHyphenated) {
            return new GeneratorTemplate("{{randomValue type='UUID' uppercase=true}}", true, Set.of());
        }
        return new GeneratorTemplate(format == UuidFormat.Urn ? "urn:uuid:" + plain : plain, true, Set.of());
    }

    private static Optional<GeneratorTemplate> ofTime(Generator generator) {
        if (generator instanceof DateGenerator date) {
            return now(date.getFormat(), "yyyy-MM-dd", date.getExpression());
        }
        if (generator instanceof TimeGenerator time) {
            return now(time.getFormat(), "HH:mm:ss", time.getExpression());
        }
        if (generator instanceof DateTimeGenerator dateTime) {
            return now(dateTime.getFormat(), "yyyy-MM-dd'T'HH:mm:ss.SSS", dateTime.getExpression());
        }
        return Optional.empty();
    }

    private static Optional<GeneratorTemplate> now(
            @Nullable String format, String otherwise, @Nullable String expression) {
        var used = format == null || format.isEmpty() ? otherwise : format;
        if ((expression != null && !expression.isEmpty())
                || !SAME_IN_BOTH.matcher(used).matches()) {
            return Optional.empty();
        }
        return text("now format=\"%s\"".formatted(used));
    }

    /** The base URL that the client called, followed by what the generator's regex captures in its example. */
    private static Optional<GeneratorTemplate> url(MockServerURLGenerator generator) {
        var path = Pattern.compile(generator.getRegex()).matcher(generator.getExample());
        return path.matches() && path.groupCount() > 0
                ? text("request.baseUrl")
                        .map(base -> new GeneratorTemplate(base.text() + path.group(1), true, Set.of()))
                : Optional.empty();
    }

    private static Optional<GeneratorTemplate> text(String helper) {
        return Optional.of(new GeneratorTemplate("{{" + helper + "}}", true, Set.of()));
    }

    private static Optional<GeneratorTemplate> value(String helper) {
        return Optional.of(new GeneratorTemplate("{{" + helper + "}}", false, Set.of()));
    }
}
