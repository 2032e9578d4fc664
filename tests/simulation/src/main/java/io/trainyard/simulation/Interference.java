package io.trainyard.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts the stage between a handler and a port, so that it can be killed, fail or be interrupted at every call. */
final class Interference implements InvocationHandler {

    /** What the calls are called, by port name: found once, because a run makes ten thousand calls. */
    private static final Map<String, Map<Method, String>> CALLS = new ConcurrentHashMap<>();

    private final Object real;
    private final String name;
    private final Stage stage;
    private final Map<Method, String> calls;
    private final Fault failure;

    private Interference(Object real, String name, Stage stage) {
        this.real = real;
        this.name = name;
        this.stage = stage;
        this.calls = CALLS.computeIfAbsent(name, none -> new ConcurrentHashMap<>());
        this.failure = failure(name);
    }

    static <T> T around(Class<T> port, T real, String name, Stage stage) {
        var between = new Interference(real, name, stage);
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, between));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        String call = calls.computeIfAbsent(method, this::name);
        stage.before(call, failure);
        Optional<Object> instead = stage.sabotage().instead(call);
        Object answer = instead.isPresent() ? instead.get() : real(method, arguments);
        if (stage.losesAnswer(call)) {
            answer = instead.isPresent() ? instead.get() : real(method, arguments);
        }
        stage.after(call);
        return answer;
    }

    private static Fault failure(String name) {
        return switch (name) {
            case "rows", "slots", "climbs", "runs", "refusals", "books", "letters", "buckets" -> Fault.TABLE_FAILED;
            case "bus" -> Fault.BUS_FAILED;
            case "sagemaker" -> Fault.THROTTLED;
            default -> Fault.CALL_FAILED;
        };
    }

    private String name(Method method) {
        method.setAccessible(true);
        return name + "." + method.getName();
    }

    private Object real(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
