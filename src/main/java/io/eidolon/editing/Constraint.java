package io.eidolon.editing;

/**
 * What a part of a picture is to be. Of constraints that lie on top of each other, the
 * later ones hide the earlier ones.
 */
public sealed interface Constraint {

	/** Where it holds. */
	Region region();

	/** How much it counts beside others, whatever the sizes of their regions. */
	float weight();

	/**
	 * The region has a colour.
	 *
	 * @param rgb 0xRRGGBB
	 */
	record Paint(Region region, int rgb, float weight) implements Constraint {

	}

	/** The region has edges where the mask has lines. */
	record Sketch(Region region, float weight) implements Constraint {

	}

	/**
	 * What is in the region of the picture to edit is to be found elsewhere.
	 *
	 * @param dx how many pixels to the right
	 * @param dy how many pixels down
	 */
	record Warp(Region region, int dx, int dy, float weight) implements Constraint {

	}

	/** The region stays as it is in the picture to edit. */
	record Keep(Region region, float weight) implements Constraint {

	}

}
