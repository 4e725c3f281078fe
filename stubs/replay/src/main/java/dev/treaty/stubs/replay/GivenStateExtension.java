package dev.treaty.stubs.replay;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Stops a test whose states would be without effect; see {@link GivenState}. When it is asked, the parameters are there. */
final class GivenStateExtension implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> how, ExtensionContext context)
            throws Throwable {
        check(context);
        test.proceed();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> how, ExtensionContext context)
            throws Throwable {
        check(context);
        test.proceed();
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> tests, ReflectiveInvocationContext<Method> how, ExtensionContext context) throws Throwable {
        check(context);
        return tests.proceed();
    }

    private static void check(ExtensionContext context) {
        for (var state : new GivenStates(context).unreached()) {
            var provider = state.provider().isEmpty() ? "…" : state.provider();
            throw new ExtensionConfigurationException(
                    """
                    No stub server of the test knows the provider state "%s".
                      where: %s
                      fix:   let the test, its @BeforeEach or its constructor take @StubServer("%s") URI; in a @BeforeAll it comes too early""".formatted(RequestedState.parse(state.value()), TestPlace.of(context), provider));
        }
    }
}
