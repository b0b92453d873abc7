package io.eidolon.training;

import javax.imageio.ImageIO;

import io.eidolon.training.loop.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/**
 * The training application: does one {@link Task}, which a command or the settings name,
 * and ends. The exit code is 0 when that is complete, or non-zero after one line that
 * says why it is not.
 */
@Profile("train")
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({ TrainingProperties.class, WorldProperties.class, EncoderProperties.class,
		EvaluationProperties.class, AttributeProperties.class, FeatureNetworkProperties.class, AnomalyProperties.class,
		SentencesProperties.class, MixtureProperties.class, WeightProperties.class })
@Import({ Trainer.class, EncoderTrainer.class, Evaluator.class, AttributeEvaluator.class, FeatureNetworkTrainer.class,
		AnomalyTrainer.class, SentencesTrainer.class, MixtureStudies.class, WeightConverter.class,
		ObjectiveConverter.class, AugmentationConverter.class, PictureSizeConverter.class,
		NetworkFamilyConverter.class })
public class TrainingApplication {

	private static final Logger logger = LoggerFactory.getLogger(TrainingApplication.class);

	public static void main(String[] arguments) {
		System.exit(run(arguments));
	}

	/** Does what the arguments ask for, and returns the exit code. */
	static int run(String... arguments) {
		// Pictures are read in memory; files of it would be closed under a reader at the
		// end
		ImageIO.setUseCache(false);
		TrainerArguments given;
		try {
			given = TrainerArguments.parse(arguments);
		}
		// Nothing is logged before Spring has read how
		catch (TrainingException ex) {
			System.err.println(ex.getMessage());
			return 1;
		}
		if (given.help() != null) {
			System.out.print(given.help());
			return 0;
		}
		return run(given, arguments);
	}

	private static int run(TrainerArguments given, String[] arguments) {
		// Lazy, so that a wrong setting is met where it can be told in one line.
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TrainingApplication.class)
			.profiles("train")
			.web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.run(given.forSpring().toArray(String[]::new))) {
			TaskKind task = (given.task() != null) ? given.task() : TaskKind.askedFor(context.getEnvironment());
			given.requireSettingsOf(task);
			new EnvironmentSettings(System.getenv().keySet()).requireSettingsOf(task);
			if (task == TaskKind.TRAIN) {
				Recipe.addTo(context.getEnvironment());
			}
			return TaskRun.of(context.getBean(task.type()), arguments);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Training ended: {}", FailureLine.of(ex));
			logger.debug("The cause", ex);
			return 1;
		}
	}

}
