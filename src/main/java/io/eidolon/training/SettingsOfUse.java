package io.eidolon.training;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.eidolon.text.TextReading;
import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.TrainingException;

/**
 * Refuses settings that do nothing beside the others: whoever gives one expects it to do
 * something.
 */
final class SettingsOfUse {

	private static final String PENALTY = "r1, r2, gradient-penalty or matching-penalty";

	private static final String CAPTIONS = "a network that reads captions: text or dcgan-text";

	private static final String LABELS = "conditional or balance-classes";

	private static final String TRUNK = "aided.trunk, such as mobilenet-v2";

	private static final List<Rule> RULES = List.of(
			new Rule("label-column", (p) -> p.labelColumn() != null, SettingsOfUse::usesLabels, LABELS),
			new Rule("label-pattern", (p) -> p.labelPattern() != null, SettingsOfUse::usesLabels, LABELS),
			new Rule("captions", (p) -> p.captions() != null, (p) -> p.network().readsText(), CAPTIONS),
			new Rule("caption-column", (p) -> !p.captionColumn().isEmpty(), (p) -> p.network().readsText(), CAPTIONS),
			new Rule("caption-reading", (p) -> p.captionReading() != TextReading.WHOLE, (p) -> p.network().readsText(),
					CAPTIONS),
			new Rule("caption-contrast", (p) -> p.captionContrast() > 0, (p) -> p.network().readsText(), CAPTIONS),
			new Rule("step.attributes", (p) -> p.step().attributes() > 0, (p) -> p.network().readsText(), CAPTIONS),
			new Rule("prompts", (p) -> !p.prompts().isEmpty(), (p) -> p.network().readsText(), CAPTIONS),
			new Rule("blocks", (p) -> p.blocks() > 1, (p) -> p.network().hasBlocks(), "network=residual"),
			new Rule("penalty-every", (p) -> p.penaltyEvery() > 1, SettingsOfUse::hasPenalty, PENALTY),
			new Rule("schedule.penalty", (p) -> p.schedule().penalty() != Schedule.CONSTANT, SettingsOfUse::hasPenalty,
					PENALTY),
			new Rule("step.penalties-before-augment", (p) -> p.step().penaltiesBeforeAugment(),
					SettingsOfUse::hasPenalty, PENALTY),
			new Rule("schedule.penalty-end", (p) -> p.schedule().penaltyEnd() != null,
					(p) -> p.schedule().penalty() != Schedule.CONSTANT, "schedule.penalty=cosine"),
			new Rule("step.losses=published", (p) -> p.step().losses() == StepSettings.Scale.PUBLISHED,
					(p) -> p.objective().publishedFactor() != 1,
					"objective minimax, non-saturating or maximum-likelihood; others are as published"),
			new Rule("step.augment-target", (p) -> p.step().augmentTarget() > 0, (p) -> !p.augment().isEmpty(),
					"augment, such as colour,translation,cutout"),
			new Rule("aided.weight", (p) -> p.aided().weight() != 0.5, SettingsOfUse::isAided, TRUNK),
			new Rule("aided.side", (p) -> p.aided().side() != 128, SettingsOfUse::isAided, TRUNK),
			new Rule("aided.augment", (p) -> !Set.copyOf(p.aided().augment()).equals(Set.copyOf(Augmentation.ALL)),
					SettingsOfUse::isAided, TRUNK),
			new Rule("aided.precision", (p) -> p.aided().precision() != null, SettingsOfUse::isAided, TRUNK),
			new Rule("quality.every", (p) -> p.quality().every() > 0, (p) -> p.quality().pictures() > 0,
					"quality.pictures, such as 1000"),
			new Rule("quality.features", (p) -> p.quality().features() != null, (p) -> p.quality().pictures() > 0,
					"quality.pictures, such as 1000"),
			new Rule("discriminator-grid", (p) -> p.discriminatorGrid() != 2, TrainingProperties::exportDiscriminator,
					"export-discriminator=true"),
			new Rule("allow-changes", (p) -> !p.allowChanges().isEmpty(), TrainingProperties::resume, "resume"));

	private SettingsOfUse() {
	}

	/**
	 * Looks at all settings of a run.
	 * @throws TrainingException when one of them does nothing
	 */
	static void require(TrainingProperties properties) {
		RULES.stream()
			.filter((rule) -> rule.given().test(properties) && !rule.used().test(properties))
			.findFirst()
			.ifPresent((rule) -> {
				throw new TrainingException("%s does nothing without %s".formatted(rule.setting(), rule.needed()));
			});
	}

	private static boolean usesLabels(TrainingProperties p) {
		return p.conditional() || p.balanceClasses();
	}

	private static boolean hasPenalty(TrainingProperties p) {
		return p.r1() > 0 || p.r2() > 0 || p.gradientPenalty() > 0 || p.matchingPenalty() > 0;
	}

	private static boolean isAided(TrainingProperties p) {
		return p.aided().trunk() != null;
	}

	/**
	 * What a setting is of use beside.
	 *
	 * @param given whether it is set to other than its default
	 * @param used whether it does something
	 * @param needed what it needs
	 */
	private record Rule(String setting, Predicate<TrainingProperties> given, Predicate<TrainingProperties> used,
			String needed) {

	}

}
