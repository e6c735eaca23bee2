package dev.copydesk.cli;

import java.util.Map;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Spring Boot's structured logging for commands that run without Spring, or before it: named by {@code logback.xml}. */
public final class StructuredEvents extends StructuredLogEncoder {

    @Override
    public void start() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("copydesk", Map.of("logging.structured.ecs.service.name", "copydesk")));
        getContext().putObject(Environment.class.getName(), environment);
        super.start();
    }
}
