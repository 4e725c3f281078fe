package dev.treaty.consumer.recording;

import au.com.dius.pact.consumer.AbstractBaseMockServer;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.pacts.errors.ErrorMessage;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * pact-jvm's mock server for each test, without what pact-jvm does after the last one: it writes a file that the
 * {@link Recorder} makes unnecessary, and fails a run of only some tests because the others did not run. Whether every
 * interaction has a test is checked here before the first test, without running any.
 */
final class MockProvider
        implements BeforeAllCallback,
                BeforeTestExecutionCallback,
                TestExecutionExceptionHandler,
                AfterTestExecutionCallback,
                ParameterResolver {

    /** Where pact-jvm keeps its mock servers, by {@code mockServer:} and the provider's name. */
    private static final ExtensionContext.Namespace PACT_JVM = ExtensionContext.Namespace.create("pact-jvm");

    private final PactConsumerTestExt pact = new PactConsumerTestExt();

    @Override
    public void beforeAll(ExtensionContext testClass) {
        var recorded = recorded(testClass.getRequiredTestClass());
        for (var declared : annotated(testClass.getRequiredTestClass(), Pact.class)) {
            if (!recorded.contains(declared.getName())) {
                throw new IllegalStateException(new ErrorMessage(
                                "An interaction is declared, but no test records it.",
                                "%s.%s"
                                        .formatted(
                                                testClass.getRequiredTestClass().getSimpleName(), declared.getName()),
                                "write a test with @PactTestFor(pactMethod = \"%s\"), or remove the method"
                                        .formatted(declared.getName()))
                        .toString());
            }
        }
        pact.beforeAll(testClass);
    }

    private static Set<String> recorded(Class<?> testClass) {
        return annotated(testClass, PactTestFor.class).stream()
                .map(test -> test.getAnnotation(PactTestFor.class).pactMethod())
                .collect(Collectors.toSet());
    }

    private static List<Method> annotated(Class<?> testClass, Class<? extends Annotation> annotation) {
        return AnnotationSupport.findAnnotatedMethods(testClass, annotation, HierarchyTraversalMode.TOP_DOWN);
    }

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        pact.beforeTestExecution(test);
    }

    /**
     * Reports first what the mock server did not expect, because the client only saw its status 500. pact-jvm adds it at the end of a
     * long stack trace.
     */
    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        var mismatch = pact.lookupProviderInfo(test).stream()
                .map(provider -> mockServer(test, provider.getFirst().getProviderName()))
                .flatMap(Optional::stream)
                .map(server -> server.validateMockServerState(null))
                .filter(result -> result instanceof PactVerificationResult.Mismatches)
                .findFirst();
        if (mismatch.isPresent()) {
            throw new AssertionError(
                    mismatch.get().getDescription() + "\n\nThe client made of it: " + failure, failure);
        }
        throw failure;
    }

    private static Optional<AbstractBaseMockServer> mockServer(ExtensionContext test, String provider) {
        return Optional.ofNullable(test.getStore(PACT_JVM).get("mockServer:" + provider, AbstractBaseMockServer.class));
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        pact.afterTestExecution(test);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return pact.supportsParameter(parameter, test);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return pact.resolveParameter(parameter, test);
    }
}
