package io.trainyard.rules;

import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Map;
import java.util.Set;

/** The calls by which code looks up, by name and while it runs, what the compiler does not see. */
final class Reflection {

    private static final Set<String> WHOLE = Set.of(
            "java.lang.reflect.Constructor",
            "java.lang.reflect.Field",
            "java.lang.reflect.Method",
            "java.lang.reflect.Proxy",
            "java.lang.invoke.MethodHandles$Lookup");

    private static final Map<String, Set<String>> METHODS = Map.of(
            "java.lang.ClassLoader",
            Set.of("loadClass", "defineClass"),
            "java.lang.Class",
            Set.of(
                    "forName",
                    "newInstance",
                    "getMethod",
                    "getMethods",
                    "getDeclaredMethod",
                    "getDeclaredMethods",
                    "getConstructor",
                    "getConstructors",
                    "getDeclaredConstructor",
                    "getDeclaredConstructors",
                    "getField",
                    "getFields",
                    "getDeclaredField",
                    "getDeclaredFields",
                    "getRecordComponents",
                    "getPermittedSubclasses"));

    private Reflection() {}

    static boolean isIn(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return WHOLE.contains(owner) || METHODS.getOrDefault(owner, Set.of()).contains(call.getName());
    }
}
