package io.eidolon.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** The database that jobs are kept in, and its transactions. */
final class JobDatabase implements AutoCloseable {

	private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

	private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

	private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

	private static final String POSTGRESQL = "jdbc:postgresql:";

	private static final String EMBEDDED = "jdbc:h2:";

	// What was committed survives the end of the process, which is not H2's default.
	private static final String BESIDE_RESULTS = EMBEDDED
			+ "file:%s/jobs;WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE";

	private final HikariDataSource pool;

	private final DataSource joining;

	private final JdbcClient client;

	private final TransactionTemplate transactions;

	private JobDatabase(HikariDataSource pool) {
		this.pool = pool;
		this.joining = new TransactionAwareDataSourceProxy(pool);
		JdbcTemplate template = new JdbcTemplate(pool);
		template.setQueryTimeout((int) LONGEST_STATEMENT.toSeconds());
		this.client = JdbcClient.create(template);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
	}

	/**
	 * Opens the database, and makes its tables unless they are there.
	 * @throws RuntimeException when it cannot be reached
	 */
	static JobDatabase open(JobProperties.Database settings, Path folder, int connections) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("jobs");
		config.setJdbcUrl(StringUtils.hasText(settings.url()) ? settings.url() : BESIDE_RESULTS.formatted(folder));
		if (settings.username() != null) {
			config.setUsername(settings.username());
		}
		if (settings.password() != null) {
			config.setPassword(settings.password());
		}
		config.setMaximumPoolSize(connections);
		config.setMinimumIdle(1);
		config.setConnectionTimeout(LONGEST_CONNECT.toMillis());
		if (config.getJdbcUrl().startsWith(POSTGRESQL)) {
			// A timeout of statements does not end the wait for a host that is gone.
			config.addDataSourceProperty("socketTimeout", LONGEST_SILENCE.toSeconds());
			config.addDataSourceProperty("tcpKeepAlive", true);
		}
		HikariDataSource pool = new HikariDataSource(config);
		try {
			new ResourceDatabasePopulator(new ClassPathResource("schema.sql", JobDatabase.class)).execute(pool);
			return new JobDatabase(pool);
		}
		catch (RuntimeException ex) {
			pool.close();
			throw ex;
		}
	}

	/** The source of connections that take part in the transaction of their thread. */
	DataSource source() {
		return this.joining;
	}

	/** How the scheduler is to speak to it. */
	JdbcCustomization customization() {
		return this.pool.getJdbcUrl().startsWith(EMBEDDED) ? new DefaultJdbcCustomization(false)
				: new AutodetectJdbcCustomization(this.pool);
	}

	/** Runs statements, in the transaction of their thread if there is one. */
	JdbcClient client() {
		return this.client;
	}

	/** Does all of something or nothing. */
	<T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((_) -> work.get()));
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
