package io.eidolon.web.interpolate;

/**
 * What the settings of a walk mean, which are the same between seeds and between latents.
 */
final class WalkSettings {

	static final String MODEL = "The name of a model; the default one if left out";

	static final String VERSION = "The version of the model; the one that serves by default if left out";

	static final String STEPS = "How many frames in all";

	static final String LOOP = "Whether to return to where the walk began, which it does not if left out. An animation plays for ever "
			+ "unless this is false";

	static final String PROMPT = "What pictures are to show, in a few words, for models whose card has `text`; "
			+ "with toPrompt those of the first frame";

	static final String TO_PROMPT = "What the last frame is to show, in a few words";

	static final String STRENGTH = "How closely words are followed: 0 for not at all, 1 as in training";

	static final String UPSCALE = "The factor to enlarge by through a super-resolution network, before scale";

	static final String SCALE = "The factor to enlarge by, to the nearest pixel";

	static final String FPS = "The frames that an animation shows in a second";

	static final String FORMAT = "The form of the answer; as Accept says if left out";

	private WalkSettings() {
	}

}
