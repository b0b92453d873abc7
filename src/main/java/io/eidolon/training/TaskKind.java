package io.eidolon.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.training.loop.TrainingException;

import org.springframework.core.env.Environment;

/** The tasks, each with its command and its settings. */
enum TaskKind {

	/** Trains a generator. */
	TRAIN("train", "Trains a generator on pictures, and exports it", "eidolon.training",
			List.of("data", "recipe", "name"), Trainer.class, TrainingProperties.class, WorldProperties.class),

	/** Trains an encoder. */
	ENCODE("encode", "Trains the encoder of a model, from which projections start", "eidolon.encoder", List.of("model"),
			EncoderTrainer.class, EncoderProperties.class),

	/** Evaluates a model. */
	EVALUATE("evaluate", "Measures the quality of a model, for its card and its page", "eidolon.evaluation",
			List.of("model"), Evaluator.class, EvaluationProperties.class),

	/** Evaluates a model that takes prompts. */
	ATTRIBUTES("attributes", "Measures how well a model follows prompts", "eidolon.attributes", List.of("data"),
			AttributeEvaluator.class, AttributeProperties.class),

	/** Trains a feature network. */
	FEATURES("features", "Trains a network whose features pictures are compared in", "eidolon.feature-network",
			List.of("output"), FeatureNetworkTrainer.class, FeatureNetworkProperties.class),

	/** Converts weights. */
	WEIGHTS("weights", "Writes the weights of a checkpoint or a model as safetensors", "eidolon.weights",
			List.of("from"), WeightConverter.class, WeightProperties.class),

	/** Trains a detector of anomalies. */
	ANOMALY("anomaly", "Trains a detector of anomalies on good pictures", "eidolon.anomaly", List.of("data"),
			AnomalyTrainer.class, AnomalyProperties.class),

	/** Trains a network that reads pictures. */
	SENTENCES("sentences", "Trains the network of a model that tells which sentences fit a picture",
			"eidolon.sentences", List.of("model"), SentencesTrainer.class, SentencesProperties.class),

	/** Trains on mixtures of Gaussians. */
	MIXTURES("mixtures", "Shows what each objective does on mixtures of Gaussians", "eidolon.training",
			List.of("mixtures"), MixtureStudies.class, MixtureProperties.class);

	private final String command;

	private final String description;

	private final String prefix;

	private final List<String> asking;

	private final Class<? extends Task> type;

	private final List<Class<?>> settings;

	/**
	 * A kind of task.
	 * @param asking the settings that ask for it where no command is named
	 * @param settings the records of its settings
	 */
	TaskKind(String command, String description, String prefix, List<String> asking, Class<? extends Task> type,
			Class<?>... settings) {
		this.command = command;
		this.description = description;
		this.prefix = prefix + ".";
		this.asking = asking.stream().map((name) -> this.prefix + name).toList();
		this.type = type;
		this.settings = List.of(settings);
	}

	String command() {
		return this.command;
	}

	String description() {
		return this.description;
	}

	/** What the names of its settings begin with. */
	String prefix() {
		return this.prefix;
	}

	Class<? extends Task> type() {
		return this.type;
	}

	/** The full names of its settings. */
	SortedSet<String> settings() {
		SortedSet<String> names = new TreeSet<>();
		this.settings.forEach((type) -> SettingNames.of(type).forEach((name) -> names.add(this.prefix + name)));
		return names;
	}

	/**
	 * Finds the task that settings ask for; training is what is done without any.
	 * @throws TrainingException when settings ask for several
	 */
	static TaskKind askedFor(Environment environment) {
		List<TaskKind> kinds = Stream.of(values()).filter((kind) -> !kind.asking(environment).isEmpty()).toList();
		if (kinds.size() > 1) {
			throw new TrainingException("%s; give the settings of one of them, or name the command first"
				.formatted(String.join(" and ", kinds.stream()
					.map((kind) -> "%s asks for %s".formatted(kind.asking(environment).getFirst(), kind.command))
					.toList())));
		}
		return kinds.isEmpty() ? TRAIN : kinds.getFirst();
	}

	private List<String> asking(Environment environment) {
		return this.asking.stream().filter(environment::containsProperty).toList();
	}

	/** Says what is wrong with a setting that it does not have. */
	String refusal(String name) {
		KnownSettings known = new KnownSettings(settings());
		return Stream.of(values())
			.filter((other) -> new KnownSettings(other.settings()).find(name).isPresent())
			.findFirst()
			.map((other) -> "--%s is a setting of %s, not of %s".formatted(name, other.command, this.command))
			.or(() -> known.find(this.prefix + name)
				.map((full) -> "--%s goes without a command by its full name, --%s".formatted(name, full)))
			.or(() -> nearest(name)
				.map((near) -> "--%s is no setting of %s; did you mean --%s?".formatted(name, this.command, near)))
			.orElseGet(() -> "--%s is no setting of %s; %s --help lists those there are".formatted(name, this.command,
					this.command));
	}

	/** Names are alike in what follows the prefix that they share. */
	private Optional<String> nearest(String name) {
		if (name.startsWith("eidolon.") && !name.startsWith(this.prefix)) {
			return new KnownSettings(settings()).nearest(name);
		}
		Set<String> shortNames = settings().stream()
			.map((setting) -> setting.substring(this.prefix.length()))
			.collect(Collectors.toSet());
		String given = name.startsWith(this.prefix) ? name.substring(this.prefix.length()) : name;
		return new KnownSettings(shortNames).nearest(given)
			.map((near) -> name.startsWith(this.prefix) ? this.prefix + near : near);
	}

	static TaskKind named(String command) {
		return Arrays.stream(values())
			.filter((kind) -> kind.command.equals(command))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(command));
	}

}
