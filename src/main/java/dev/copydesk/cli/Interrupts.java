package dev.copydesk.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the first SIGINT, which asks the process to end in good order, from the second, which ends it at once. The JVM alone
 * ignores every signal after the first. {@code sun.misc.Signal} of module {@code jdk.unsupported} is reached by reflection,
 * since the compiler warns of it and warnings are errors here.
 */
final class Interrupts {

    /** As a shell reports a process that SIGINT ended. */
    static final int EXIT_CODE = 130;

    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);

    private Interrupts() {}

    /** From now on the second SIGINT ends the process; where the JVM does not hand out its signals, nothing changes. */
    static void endAtSecond() {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, new Counting()::invoke);
            Object signal = signalType.getConstructor(String.class).newInstance("INT");
            var handle = signalType.getMethod("handle", signalType, handlerType);
            Object before = handle.invoke(null, signal, handler);
            Object ignore = handlerType.getField("SIG_IGN").get(null);
            if (ignore.equals(before)) {
                handle.invoke(null, signal, ignore); // a job in the background of a shell is deaf to it, and stays so
            }
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            LOG.atInfo().addKeyValue("cause", String.valueOf(cause)).log("second_interrupt_ignored");
        }
    }

    private static final class Counting {

        private int count;

        @SuppressWarnings("unused") // the shape of an InvocationHandler
        private synchronized Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> "Interrupts";
                default -> interrupted();
            };
        }

        private Object interrupted() {
            if (++count > 1) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            // Shutdown waits for the command; this thread must not, for the next signal needs the monitor.
            new Thread(() -> System.exit(EXIT_CODE), "interrupted").start();
            return "handled";
        }
    }
}
