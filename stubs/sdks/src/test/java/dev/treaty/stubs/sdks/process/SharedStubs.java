package dev.treaty.stubs.sdks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test {@link PackagedStubs} as a parameter: the first test that asks starts the server, and it stops after the last one. */
public final class SharedStubs implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PackagedStubs.class;
    }

    @Override
    public PackagedStubs resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStubs.class))
                .computeIfAbsent("stubs", key -> started(), PackagedStubs.class);
    }

    private static PackagedStubs started() {
        try {
            return PackagedStubs.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
