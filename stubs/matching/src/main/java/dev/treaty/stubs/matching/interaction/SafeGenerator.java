package dev.treaty.stubs.matching.interaction;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.generators.RandomDecimalGenerator;
import au.com.dius.pact.core.model.generators.RandomHexadecimalGenerator;
import au.com.dius.pact.core.model.generators.RandomIntGenerator;
import au.com.dius.pact.core.model.generators.RandomStringGenerator;
import au.com.dius.pact.core.model.generators.RegexGenerator;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A generator of pact-jvm that also generates negative integers, which pact-jvm refuses, and refuses to fill the memory with one value. */
record SafeGenerator(Generator generator) implements Generator {

    /** Characters of one value. */
    private static final int MOST = 1_000_000;

    /** A repetition of ten million or more times. */
    private static final Pattern HUGE = Pattern.compile("\\{\\d*,?\\d{7,}");

    static Generator of(Generator generator) {
        return length(generator) > MOST || isHuge(generator) || isNegative(generator)
                ? new SafeGenerator(generator)
                : generator;
    }

    private static int length(Generator generator) {
        if (generator instanceof RandomStringGenerator string) {
            return string.getSize();
        }
        if (generator instanceof RandomHexadecimalGenerator hexadecimal) {
            return hexadecimal.getDigits();
        }
        return generator instanceof RandomDecimalGenerator decimal ? decimal.getDigits() : 0;
    }

    private static boolean isHuge(Generator generator) {
        return generator instanceof RegexGenerator regex
                && HUGE.matcher(regex.getRegex()).find();
    }

    private static boolean isNegative(Generator generator) {
        return generator instanceof RandomIntGenerator integer
                && integer.getMin() < 0
                && integer.getMin() < integer.getMax();
    }

    @Override
    public Object generate(Map<String, Object> context, @Nullable Object example) {
        if (generator instanceof RandomIntGenerator integer) {
            return ThreadLocalRandom.current().nextInt(integer.getMin(), integer.getMax());
        }
        throw new IllegalArgumentException("it would generate more than a million characters");
    }

    @Override
    public String getType() {
        return generator.getType();
    }

    @Override
    public Map<String, Object> toMap(@Nullable PactSpecVersion version) {
        return generator.toMap(version);
    }

    @Override
    public boolean correspondsToMode(GeneratorTestMode mode) {
        return generator.correspondsToMode(mode);
    }
}
