package io.eidolon.training.loop;

import java.util.Set;

/** The names of the parts of a checkpoint. */
public final class CheckpointParts {

	public static final String GENERATOR = "generator";

	public static final String AVERAGE = "average";

	public static final String DISCRIMINATOR = "discriminator";

	static final String AIDED = "aided";

	static final String ROTATION_HEAD = "rotation-head";

	static final String ATTRIBUTE_HEAD = "attribute-head";

	static final String JOINT_ENCODER = "joint-encoder";

	static final String PAIR_DISCRIMINATOR = "pair-discriminator";

	static final String VARIATIONAL_ENCODER = "variational-encoder";

	static final String GENERATOR_OPTIMISER = "generator-optimiser";

	static final String DISCRIMINATOR_OPTIMISER = "discriminator-optimiser";

	static final String ARCHITECTURE = "architecture";

	static final String AUGMENTATION = "augmentation";

	static final String PROGRESS = "progress";

	static final String MEASURED = "measured";

	/** What settings add to the networks, and another run that adds it begins with. */
	public static final Set<String> ADDED = Set.of(AIDED, ROTATION_HEAD, ATTRIBUTE_HEAD, JOINT_ENCODER,
			PAIR_DISCRIMINATOR, VARIATIONAL_ENCODER);

	/** Those that another run does not begin with. */
	public static final Set<String> OF_ONE_RUN = Set.of(GENERATOR_OPTIMISER, DISCRIMINATOR_OPTIMISER, AUGMENTATION,
			PROGRESS, MEASURED);

	private CheckpointParts() {
	}

}
