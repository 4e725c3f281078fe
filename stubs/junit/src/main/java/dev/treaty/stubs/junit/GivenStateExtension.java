package dev.treaty.stubs.junit;

import dev.treaty.stubs.matching.request.RequestedState;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Fails a test whose states would have no effect; see {@link GivenState}. It is called after the parameters are resolved. */
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
                    The provider state "%s" does not reach any stub server of the test.
                      where: %s
                      fix:   add a parameter @StubServer("%s") URI to the test, its @BeforeEach or its constructor; in a @BeforeAll it is too early""".formatted(RequestedState.parse(state.value()), TestLocation.of(context), provider));
        }
    }
}
