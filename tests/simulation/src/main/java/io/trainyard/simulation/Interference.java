package io.trainyard.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** Puts the stage between a handler and a port, so that it can be killed, fail or be interrupted at every call. */
final class Interference {

    private Interference() {}

    static <T> T around(Class<T> port, T real, String name, Stage stage) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    String call = name + "." + method.getName();
                    stage.before(call);
                    Optional<Object> instead = stage.sabotage().instead(call);
                    Object answer = instead.isPresent() ? instead.get() : invoke(real, method, arguments);
                    stage.after(call);
                    return answer;
                });
        return port.cast(proxy);
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
