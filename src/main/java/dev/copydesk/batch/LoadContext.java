package dev.copydesk.batch;

import dev.copydesk.document.SourceAccess;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The Spring context that loads run in: Spring Boot's set-up of Spring Batch over a database that is migrated already. */
public final class LoadContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private LoadContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a context for loads of files on disk; the data source stays the caller's to close. */
    public static LoadContext start(DataSource dataSource) {
        return start(dataSource, ObservationRegistry.NOOP, SourceAccess.DISK);
    }

    /**
     * As {@link #start(DataSource)}, for files wherever they lie; {@code observations} hears what Spring Batch itself
     * measures.
     */
    public static LoadContext start(DataSource dataSource, ObservationRegistry observations, SourceAccess access) {
        return new LoadContext(new SpringApplicationBuilder(Configuration.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            DataSource.class, () -> dataSource, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(ObservationRegistry.class, () -> observations);
                    beans.registerBean(SourceAccess.class, () -> access);
                })
                .run());
    }

    public LoadLauncher launcher() {
        return context.getBean(LoadLauncher.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class
    })
    static class Configuration {

        @Bean
        LoadLauncher loadLauncher(
                JobOperator jobOperator,
                JobRepository jobRepository,
                PlatformTransactionManager transactions,
                DataSource dataSource,
                @Value("${copydesk.retry-time}") Duration retryTime,
                ObservationRegistry observations,
                SourceAccess access) {
            return new LoadLauncher(
                    jobOperator,
                    jobRepository,
                    transactions,
                    dataSource,
                    Clock.systemUTC(),
                    retryTime,
                    observations,
                    access);
        }
    }
}
