package dev.treaty.provider.report;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/** Loading the class changes no system property: neither its static initializer does, nor a method of the class that this calls. */
final class SystemPropertiesUntouched extends ArchCondition<JavaClass> {

    private static final Set<String> CHANGES = Set.of("setProperty", "setProperties", "clearProperty");

    SystemPropertiesUntouched() {
        super("change no system property when they are loaded");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getStaticInitializer().ifPresent(start -> check(start, events, new HashSet<>()));
    }

    private static void check(JavaCodeUnit unit, ConditionEvents events, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return;
        }
        for (var call : unit.getMethodCallsFromSelf()) {
            if (isChange(call)) {
                events.add(SimpleConditionEvent.violated(call, call.getDescription()));
            }
            call.getTarget()
                    .resolveMember()
                    .filter(method -> method.getOwner().equals(unit.getOwner()))
                    .ifPresent(method -> check(method, events, seen));
        }
    }

    private static boolean isChange(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                && CHANGES.contains(call.getTarget().getName());
    }
}
