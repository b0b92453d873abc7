package io.eidolon.training;

import java.nio.file.Path;
import java.util.Arrays;

import io.eidolon.training.mixture.MixtureStudy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;

/**
 * The training application: trains one generator, exports it and ends, or shows what the
 * objectives do. The exit code is 0 when that is complete, or non-zero after one line
 * that says why it is not.
 */
@Profile("train")
@SpringBootApplication
@ConfigurationPropertiesScan
public class TrainingApplication {

	private static final Logger logger = LoggerFactory.getLogger(TrainingApplication.class);

	public static void main(String[] arguments) {
		System.exit(run(arguments));
	}

	/** Trains and returns the exit code. */
	static int run(String... arguments) {
		// Lazy, so that a wrong setting is met where it can be told in one line.
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TrainingApplication.class)
			.profiles("train")
			.web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.run(withShorthand(arguments))) {
			Path mixtures = context.getBean(MixtureProperties.class).mixtures();
			if (mixtures != null) {
				MixtureStudy.STANDARD.write(mixtures);
				return 0;
			}
			Recipe.addTo(context.getEnvironment());
			return context.getBean(Trainer.class).train(arguments) ? 0 : 1;
		}
		catch (RuntimeException ex) {
			logger.error("Training ended: {}", FailureLine.of(ex));
			logger.debug("The cause", ex);
			return 1;
		}
	}

	/** A bare --resume stands for the setting. */
	private static String[] withShorthand(String[] arguments) {
		return Arrays.stream(arguments)
			.map((argument) -> argument.equals("--resume") ? "--eidolon.training.resume=true" : argument)
			.toArray(String[]::new);
	}

}
