package io.eidolon.training;

import java.util.Arrays;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;

/**
 * The training application: trains one generator, exports it and ends, or does another
 * {@link Task} that a setting asks for. The exit code is 0 when that is complete, or
 * non-zero after one line that says why it is not.
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
			Recipe.addTo(context.getEnvironment());
			return task(context).run(arguments) ? 0 : 1;
		}
		catch (RuntimeException ex) {
			logger.error("Training ended: {}", FailureLine.of(ex));
			logger.debug("The cause", ex);
			return 1;
		}
	}

	/** The setting that is given decides; training is what is done without any. */
	private static Task task(ConfigurableApplicationContext context) {
		Map<String, Class<? extends Task>> askedBy = Map.of(FeatureNetworkTrainer.ASKED_BY, FeatureNetworkTrainer.class,
				Evaluator.ASKED_BY, Evaluator.class, EncoderTrainer.ASKED_BY, EncoderTrainer.class,
				AttributeEvaluator.ASKED_BY, AttributeEvaluator.class, MixtureStudies.ASKED_BY, MixtureStudies.class);
		return askedBy.entrySet()
			.stream()
			.filter((task) -> context.getEnvironment().containsProperty(task.getKey()))
			.<Task>map((task) -> context.getBean(task.getValue()))
			.findFirst()
			.orElseGet(() -> context.getBean(Trainer.class));
	}

	/** A bare --resume stands for the setting. */
	private static String[] withShorthand(String[] arguments) {
		return Arrays.stream(arguments)
			.map((argument) -> argument.equals("--resume") ? "--eidolon.training.resume=true" : argument)
			.toArray(String[]::new);
	}

}
